// Sound: the engine's waveform, and a media element that streams. Nothing is decoded in the page, so a
// two-hour file opens as fast as a short one.
import { useEffect, useRef, useState } from 'react';
import { Pause, Play } from 'lucide-react';
import type { ModalityViewProps, Waveform } from '../define.ts';
import { clockText } from '../parts/clock-text.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { ToolBar, ToolButton, ToolSelect, ToolSpace, ToolText } from '../parts/ToolBar.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { SPEEDS, type Speed } from '../parts/speeds.ts';
import { useAudioPlayer } from './use-audio-player.ts';
import styles from './View.module.css';

const BINS = 1200;

export function View(props: ModalityViewProps) {
  const { media } = props.item;
  if (media.kind !== 'file') return undefined;
  return <AudioPlayer key={media.ref.id} {...props} mediaId={media.ref.id} />;
}

function AudioPlayer({
  item,
  services,
  size,
  facts,
  mediaId,
}: ModalityViewProps & { readonly mediaId: string }) {
  const waveform = useLoaded<Waveform>(mediaId, (signal) => services.peaks(mediaId, BINS, signal));
  const container = useRef<HTMLDivElement>(null);
  const [speed, setSpeed] = useState<Speed>('1');
  const known = waveform.status === 'ready' ? waveform.value : undefined;
  const player = useAudioPlayer({
    container,
    url: services.url(mediaId),
    waveform: known,
    isWaveformSettled: waveform.status !== 'loading',
    durationMs: known?.durationMs ?? facts?.durationMs,
    speed: Number(speed),
  });
  useEffect(() => {
    const element = container.current;
    if (size === 'full') element?.focus();
  }, [size]);
  if (player.error !== undefined) {
    return <StateBox kind="bad" title={`${item.tag} cannot be played`} detail={player.error} />;
  }
  const { position, duration } = player;
  return (
    <div className={styles.player} data-size={size}>
      <div
        ref={container}
        className={styles.wave}
        data-waveform={waveform.status}
        role="slider"
        tabIndex={0}
        aria-label={`Position in ${item.tag}`}
        aria-valuemin={0}
        aria-valuemax={Math.round(duration)}
        aria-valuenow={Math.round(position)}
        aria-valuetext={`${clockText(position)} of ${clockText(duration)}`}
        data-own-keys
        data-own-arrows
        onKeyDown={(event) => {
          const step = { ArrowLeft: -5, ArrowRight: 5 }[event.key];
          if (event.key === ' ') player.toggle();
          else if (step !== undefined) player.seek(position + step);
          else if (event.key === 'Home') player.seek(0);
          else if (event.key === 'End') player.seek(duration);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {waveform.status === 'failed' && (
          <PlainProgress
            fraction={duration > 0 ? position / duration : 0}
            onSeek={(at) => player.seek(at * duration)}
          />
        )}
      </div>
      <ToolBar label="Player">
        <ToolButton
          label={player.isPlaying ? 'Pause' : 'Play'}
          keys="Space"
          icon={player.isPlaying ? <Pause size={14} /> : <Play size={14} />}
          onClick={player.toggle}
        />
        <ToolText>
          {clockText(position)} / {clockText(duration)}
        </ToolText>
        <ToolSpace />
        {waveform.status === 'failed' && (
          <span className={styles.note} title={waveform.message}>
            no waveform
          </span>
        )}
        <ToolSelect label="Speed" value={speed} options={SPEEDS} onChange={setSpeed} />
      </ToolBar>
    </div>
  );
}

function PlainProgress({
  fraction,
  onSeek,
}: {
  readonly fraction: number;
  readonly onSeek: (fraction: number) => void;
}) {
  return (
    <div
      className={styles.progress}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onSeek((event.clientX - box.left) / box.width);
      }}
    >
      <div style={{ width: `${fraction * 100}%` }} />
    </div>
  );
}
