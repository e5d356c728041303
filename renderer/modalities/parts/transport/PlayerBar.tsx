// The one toolbar of everything that plays: a sound, a film, or several of them beside each other.
import type { ReactNode } from 'react';
import { Pause, Play, Repeat, StepBack, StepForward, Volume2, VolumeX } from 'lucide-react';
import { keyTitle } from '../../../hooks/key-match.ts';
import { clockText } from '../clock-text.ts';
import { TimeMarkTool } from '../marks/TimeMarks.tsx';
import { SPEEDS, type Speed } from '../speeds.ts';
import { ToolBar, ToolButton, ToolSelect, ToolSpace, ToolText } from '../ToolBar.tsx';
import type { TransportState } from './state.ts';
import type { Transport } from './transport.ts';

export function PlayerBar({
  transport,
  state,
  hasSound = true,
  onStep,
  before,
  children,
}: {
  readonly transport: Transport;
  readonly state: TransportState;
  /** A film without sound has no switch for it. */
  readonly hasSound?: boolean;
  /** Where there are frames. */
  readonly onStep?: ((direction: 1 | -1) => void) | undefined;
  /** Stands behind the position. */
  readonly before?: ReactNode;
  /** Stands before the loop and the speed. */
  readonly children?: ReactNode;
}) {
  const { isPlaying, isLooping, isMuted, region, positionS, durationS } = state;
  const speed = SPEEDS.find(({ value }) => Number(value) === state.rate)?.value ?? '1';
  return (
    <ToolBar label="Player">
      <ToolButton
        label={isPlaying ? 'Pause' : 'Play'}
        keys={keyTitle('player.toggle')}
        icon={isPlaying ? <Pause size={14} /> : <Play size={14} />}
        onClick={transport.toggle}
      />
      {onStep !== undefined && (
        <>
          <ToolButton
            label="Previous frame"
            keys={keyTitle('player.frameBack')}
            icon={<StepBack size={14} />}
            onClick={() => onStep(-1)}
          />
          <ToolButton
            label="Next frame"
            keys={keyTitle('player.frameOn')}
            icon={<StepForward size={14} />}
            onClick={() => onStep(1)}
          />
        </>
      )}
      <ToolText>
        {clockText(positionS)} / {clockText(durationS)}
      </ToolText>
      {before}
      <ToolSpace />
      {children}
      <TimeMarkTool region={region} />
      {hasSound && (
        <ToolButton
          label={isMuted ? 'Sound on' : 'Sound off'}
          icon={isMuted ? <VolumeX size={14} /> : <Volume2 size={14} />}
          onClick={() => transport.setMuted(!isMuted)}
        />
      )}
      <ToolButton
        label={region === undefined ? 'Loop' : 'Loop the region'}
        icon={<Repeat size={13} />}
        {...(region !== undefined && {
          text: `${region.fromS.toFixed(2)}–${region.toS.toFixed(2)}`,
        })}
        isPressed={isLooping}
        // a region that is looped no more has no other use
        onClick={() =>
          isLooping && region ? transport.setRegion(undefined) : transport.setLooping(!isLooping)
        }
      />
      <ToolSelect<Speed>
        label="Speed"
        value={speed}
        options={SPEEDS}
        onChange={(next) => transport.setRate(Number(next))}
      />
    </ToolBar>
  );
}
