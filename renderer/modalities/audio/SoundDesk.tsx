// Sounds under each other on one clock: waveform and spectrogram, zoomed and looped together; one is
// heard at a time. One sound alone is the large view of the audio card.
import { useMemo, useRef, useState } from 'react';
import { AudioLines, ZoomIn, ZoomOut } from 'lucide-react';
import { isKeyOf, keyTitle } from '../../hooks/key-match.ts';
import type { SpectrogramScale } from '../../../shared/model/spectrogram.ts';
import type { MarkGoal, MediaServices } from '../define.ts';
import { clockText } from '../parts/clock-text.ts';
import type { FileEntry } from '../parts/file-entries.ts';
import { TimeMarkSpans } from '../parts/marks/TimeMarks.tsx';
import { useTimeGoal } from '../parts/marks/use-time-goal.ts';
import { ToolButton, ToolSelect } from '../parts/ToolBar.tsx';
import type { TimeRange } from '../parts/transport/group-time.ts';
import { onPlayerKey } from '../parts/transport/player-keys.ts';
import { PlayerBar } from '../parts/transport/PlayerBar.tsx';
import { TrackHeader } from '../parts/transport/TrackHeader.tsx';
import type { TransportState } from '../parts/transport/state.ts';
import type { Transport } from '../parts/transport/transport.ts';
import {
  useSoundTrack,
  useTransport,
  useTransportState,
} from '../parts/transport/use-transport.ts';
import { SoundLane, type SoundPicture } from './SoundLane.tsx';
import styles from './SoundDesk.module.css';
import { TimeSurface } from './TimeSurface.tsx';
import { moved, timeMarks, zoomed } from './time-view.ts';
import { useWaveform } from './use-waveform.ts';

const BINS = 4096;
const MOST_MARKS = 9;

const PICTURES = [
  { value: 'both', text: 'Wave + spectrum' },
  { value: 'wave', text: 'Waveform' },
  { value: 'spectrogram', text: 'Spectrogram' },
] as const satisfies readonly { value: SoundPicture; text: string }[];

const SCALES = [
  { value: 'mel', text: 'mel' },
  { value: 'linear', text: 'linear' },
] as const satisfies readonly { value: SpectrogramScale; text: string }[];

export function SoundDesk({
  entries,
  services,
  goal,
}: {
  readonly entries: readonly FileEntry[];
  readonly services: MediaServices;
  readonly goal?: MarkGoal | undefined;
}) {
  const desk = useRef<HTMLDivElement>(null);
  const transport = useTransport(desk);
  const state = useTransportState(transport);
  const [zoom, setZoom] = useState<TimeRange>();
  const [picture, setPicture] = useState<SoundPicture>('both');
  const [scale, setScale] = useState<SpectrogramScale>('mel');
  const { durationS, positionS } = state;
  const all = useMemo(() => ({ fromS: 0, toS: durationS }), [durationS]);
  const seen = zoom ?? all;
  const see = (next: TimeRange) =>
    setZoom(next.toS - next.fromS >= durationS * 0.999 ? undefined : next);
  const zoomBy = (factor: number) => {
    const isSeen = positionS >= seen.fromS && positionS <= seen.toS;
    see(zoomed(seen, factor, isSeen ? positionS : (seen.fromS + seen.toS) / 2, durationS));
  };
  useTimeGoal(goal, transport, state, (atS) => {
    const isSeen = atS >= seen.fromS && atS < seen.toS;
    if (!isSeen) see(moved(seen, atS - seen.fromS, durationS));
  });
  const isOne = entries.length === 1;
  return (
    <div
      ref={desk}
      className={styles.desk}
      data-single={isOne}
      onKeyDown={(event) => {
        if (isKeyOf('large.zoomIn', event)) zoomBy(2);
        else if (isKeyOf('large.zoomOut', event)) zoomBy(0.5);
        else if (isKeyOf('large.fit', event)) setZoom(undefined);
        else return onPlayerKey(event, transport, { ids: entries.map(({ id }) => id) });
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className={styles.body} style={{ '--rows': entries.length } as object}>
        {!isOne && (
          <div className={styles.headers}>
            {entries.map((entry, index) => (
              <TrackHeader
                key={entry.id}
                entry={entry}
                number={index + 1}
                transport={transport}
                state={state}
              />
            ))}
          </div>
        )}
        <TimeSurface
          transport={transport}
          state={state}
          seen={seen}
          onSee={see}
          label={isOne ? `Position in ${entries[0]?.item.tag ?? ''}` : 'Position in all'}
        >
          <div className={styles.lanes}>
            {entries.map((entry) => (
              <DeskLane
                key={entry.id}
                {...{ entry, services, transport, state, seen, picture, scale }}
              />
            ))}
            <TimeScale seen={seen} />
          </div>
        </TimeSurface>
      </div>
      <PlayerBar transport={transport} state={state}>
        <ToolButton
          label="Zoom out"
          keys={keyTitle('large.zoomOut')}
          icon={<ZoomOut size={14} />}
          onClick={() => zoomBy(0.5)}
        />
        <ToolButton
          label="Zoom in"
          keys={keyTitle('large.zoomIn')}
          icon={<ZoomIn size={14} />}
          onClick={() => zoomBy(2)}
        />
        <ToolButton
          label="Show all"
          keys={keyTitle('large.fit')}
          icon={<AudioLines size={14} />}
          isDisabled={zoom === undefined}
          onClick={() => setZoom(undefined)}
        />
        <ToolSelect label="Picture" value={picture} options={PICTURES} onChange={setPicture} />
        {picture !== 'wave' && (
          <ToolSelect label="Frequencies" value={scale} options={SCALES} onChange={setScale} />
        )}
      </PlayerBar>
    </div>
  );
}

function DeskLane({
  entry,
  services,
  transport,
  state,
  seen,
  picture,
  scale,
}: {
  readonly entry: FileEntry;
  readonly services: MediaServices;
  readonly transport: Transport;
  readonly state: TransportState;
  readonly seen: TimeRange;
  readonly picture: SoundPicture;
  readonly scale: SpectrogramScale;
}) {
  const { id, mediaId, facts, tone, item, marks } = entry;
  const known = facts?.durationMs === undefined ? undefined : facts.durationMs / 1000;
  useSoundTrack(transport, { id, url: services.url(mediaId), durationS: known });
  const waveform = useWaveform(services, mediaId, BINS);
  const track = state.tracks[id];
  // what is to be fetched must not follow each frame
  const startS = track?.startS ?? 0;
  const durationS = track?.durationS ?? 0;
  const own = useMemo(
    () => ({ fromS: seen.fromS - startS, toS: seen.toS - startS }),
    [seen, startS],
  );
  return (
    <div className={styles.lane} data-tone={tone} data-heard={state.heard === id}>
      {track?.failure === undefined ? (
        <SoundLane
          mediaId={mediaId}
          services={services}
          durationS={durationS}
          seen={own}
          picture={picture}
          scale={scale}
          waveform={waveform.status === 'ready' ? waveform.value : undefined}
          name={item.tag}
        />
      ) : (
        <p className={styles.failure}>
          {item.tag} cannot be played. {track.failure}
        </p>
      )}
      {marks !== undefined && <TimeMarkSpans seen={own} marks={marks} />}
    </div>
  );
}

function TimeScale({ seen }: { readonly seen: TimeRange }) {
  const length = seen.toS - seen.fromS;
  if (length <= 0) return undefined;
  return (
    <div className={styles.scale} aria-hidden="true">
      {timeMarks(seen, MOST_MARKS).map((timeS) => (
        <span key={timeS} style={{ left: `${((timeS - seen.fromS) / length) * 100}%` }}>
          {clockText(timeS + 1e-6)}
          {length < 10 && (timeS % 1).toFixed(2).slice(1)}
        </span>
      ))}
    </div>
  );
}
