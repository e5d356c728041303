import { useEffect, useRef, useState } from 'react';
import { Pause, Play, Repeat, StepBack, StepForward, Volume2, VolumeX } from 'lucide-react';
import type { ModalityViewProps } from '../define.ts';
import { clockText } from '../parts/clock-text.ts';
import { SPEEDS, type Speed } from '../parts/speeds.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { ToolBar, ToolButton, ToolSelect, ToolSpace, ToolText } from '../parts/ToolBar.tsx';
import { useVideoPlayer } from './use-video-player.ts';
import styles from './View.module.css';

export function View(props: ModalityViewProps) {
  const { media } = props.item;
  if (media.kind !== 'file') return undefined;
  return <VideoPlayer key={media.ref.id} {...props} mediaId={media.ref.id} />;
}

function VideoPlayer({
  item,
  services,
  size,
  facts,
  mediaId,
}: ModalityViewProps & { readonly mediaId: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const player = useVideoPlayer(frame, services.url(mediaId), facts?.detectedType);
  const [speed, setSpeed] = useState<Speed>('1');
  const [isLooped, setLooped] = useState(false);
  const [isMuted, setMuted] = useState(false);
  const { setRate, setLoop, setSilent } = player;
  useEffect(() => setRate(Number(speed)), [setRate, speed]);
  useEffect(() => setLoop(isLooped), [setLoop, isLooped]);
  useEffect(() => setSilent(isMuted), [setSilent, isMuted]);
  if (player.error !== undefined) {
    return <StateBox kind="bad" title={`${item.tag} cannot be played`} detail={player.error} />;
  }
  const ratio = `${facts?.widthPx ?? 16} / ${facts?.heightPx ?? 9}`;
  const duration = player.duration ?? (facts?.durationMs ?? 0) / 1000;
  return (
    <div
      className={styles.player}
      data-size={size}
      tabIndex={size === 'full' ? 0 : -1}
      {...(size === 'full' && { 'data-own-keys': true })}
      data-own-arrows
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const isControl = (event.target as Element).closest('button, select, input') !== null;
        if (event.key === ',') player.step(-1);
        else if (event.key === '.') player.step(1);
        else if (event.key === ' ' && !isControl) player.toggle();
        else if (event.key === 'ArrowLeft' && !isControl) player.seek(player.position - 5);
        else if (event.key === 'ArrowRight' && !isControl) player.seek(player.position + 5);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div
        ref={frame}
        className={styles.frame}
        style={size === 'card' ? { aspectRatio: ratio } : undefined}
        onClick={player.toggle}
      >
        {!player.isPlaying && player.position === 0 && (
          <span className={styles.start} aria-hidden="true">
            <Play size={22} />
          </span>
        )}
      </div>
      <input
        type="range"
        className={styles.seek}
        aria-label={`Position in ${item.tag}`}
        min={0}
        max={duration || 1}
        step="any"
        value={Math.min(player.position, duration)}
        aria-valuetext={`${clockText(player.position)} of ${clockText(duration)}`}
        style={{ '--done': `${duration > 0 ? (player.position / duration) * 100 : 0}%` } as object}
        onChange={(event) => player.seek(event.target.valueAsNumber)}
      />
      <ToolBar label="Player">
        <ToolButton
          label={player.isPlaying ? 'Pause' : 'Play'}
          keys="Space"
          icon={player.isPlaying ? <Pause size={14} /> : <Play size={14} />}
          onClick={player.toggle}
        />
        <ToolButton
          label="Previous frame"
          keys=","
          icon={<StepBack size={14} />}
          onClick={() => player.step(-1)}
        />
        <ToolButton
          label="Next frame"
          keys="."
          icon={<StepForward size={14} />}
          onClick={() => player.step(1)}
        />
        <ToolText>
          {clockText(player.position)} / {clockText(duration)}
        </ToolText>
        <ToolSpace />
        {facts?.sampleRateHz !== undefined && (
          <ToolButton
            label={isMuted ? 'Sound on' : 'Sound off'}
            icon={isMuted ? <VolumeX size={14} /> : <Volume2 size={14} />}
            onClick={() => setMuted(!isMuted)}
          />
        )}
        <ToolButton
          label="Loop"
          icon={<Repeat size={13} />}
          isPressed={isLooped}
          onClick={() => setLooped(!isLooped)}
        />
        <ToolSelect label="Speed" value={speed} options={SPEEDS} onChange={setSpeed} />
      </ToolBar>
    </div>
  );
}
