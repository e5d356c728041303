import { useRef, useState } from 'react';
import { Play } from 'lucide-react';
import type { MediaServices, ModalityViewProps } from '../define.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { TimeMarksOf } from '../parts/marks/TimeMarks.tsx';
import { onPlayerKey } from '../parts/transport/player-keys.ts';
import { PlayerBar } from '../parts/transport/PlayerBar.tsx';
import { useTransport, useTransportState } from '../parts/transport/use-transport.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { CaptionLine, CaptionTools } from './CaptionLine.tsx';
import { SeekBar } from './SeekBar.tsx';
import { ThumbStrip } from './ThumbStrip.tsx';
import { stepFilm, useFilmTrack } from './use-film-track.ts';
import styles from './View.module.css';

const ID = 'film';

export function View(props: ModalityViewProps) {
  const { media } = props.item;
  if (media.kind !== 'file') return undefined;
  return (
    <TimeMarksOf {...props} onMark={props.size === 'card' ? undefined : props.onMark}>
      <VideoPlayer key={media.ref.id} {...props} mediaId={media.ref.id} />
    </TimeMarksOf>
  );
}

function VideoPlayer({
  item,
  services,
  size,
  facts,
  mediaId,
}: ModalityViewProps & { readonly mediaId: string }) {
  const player = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const transport = useTransport(player);
  const state = useTransportState(transport);
  const [hasPicture, setHasPicture] = useState(true);
  const captions = useCaptions(size === 'full' ? services : undefined, mediaId);
  const url = services.url(mediaId);
  const knownMs = facts?.durationMs;
  const durationS = knownMs === undefined ? undefined : knownMs / 1000;
  const frames = useFilmTrack(
    transport,
    frame,
    { id: ID, url, type: facts?.detectedType, durationS },
    (widthPx) => setHasPicture(widthPx > 0),
  );
  const failure = state.tracks[ID]?.failure;
  if (failure !== undefined) {
    return <StateBox kind="bad" title={`${item.tag} cannot be played`} detail={failure} />;
  }
  const step = (direction: 1 | -1) => void stepFilm(transport, ID, frames(), direction);
  const { widthPx = 16, heightPx = 9 } = facts ?? {};
  return (
    <div
      ref={player}
      className={styles.player}
      data-size={size}
      tabIndex={size === 'full' ? 0 : -1}
      {...(size === 'full' && { 'data-own-keys': true })}
      data-own-arrows
      onKeyDown={(event) => onPlayerKey(event, transport, { step })}
    >
      <div
        ref={frame}
        className={styles.frame}
        style={size === 'card' ? { aspectRatio: `${widthPx} / ${heightPx}` } : undefined}
        onClick={transport.toggle}
      >
        {!hasPicture && <span className={styles.only}>sound only, no picture</span>}
        {captions.track !== undefined && (
          <CaptionLine track={captions.track} transport={transport} />
        )}
        {!state.isPlaying && state.positionS === 0 && (
          <span className={styles.start} aria-hidden="true">
            <Play size={22} />
          </span>
        )}
      </div>
      {size === 'full' && hasPicture && (
        <ThumbStrip
          url={url}
          facts={facts}
          durationS={state.durationS}
          name={item.tag}
          onGoTo={transport.seek}
        />
      )}
      <SeekBar transport={transport} state={state} label={`Position in ${item.tag}`} />
      <PlayerBar
        transport={transport}
        state={state}
        hasSound={facts?.sampleRateHz !== undefined}
        onStep={hasPicture ? step : undefined}
      >
        <CaptionTools
          tracks={captions.tracks}
          chosen={captions.chosen}
          onChoose={captions.onChoose}
        />
      </PlayerBar>
    </div>
  );
}

/** Captions of a film that is seen large: those of the first track are shown until they are put off. */
function useCaptions(services: MediaServices | undefined, mediaId: string) {
  const loaded = useLoaded(services === undefined ? '' : mediaId, async (signal) => {
    return (await services?.captions?.(mediaId, signal)) ?? [];
  });
  const [chosen, onChoose] = useState<number | undefined>(0);
  const tracks = loaded.status === 'ready' ? loaded.value : [];
  const track = chosen === undefined ? undefined : tracks[chosen];
  return { tracks, track, chosen, onChoose };
}
