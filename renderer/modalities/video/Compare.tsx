// Films beside each other, or two of them in one frame parted by a line, in lockstep on one clock.
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { Columns2, GalleryHorizontal, SquareSplitHorizontal } from 'lucide-react';
import { isKeyOf, keyTitle } from '../../hooks/key-match.ts';
import type { MediaServices, ModalityCompareProps } from '../define.ts';
import { AbsentEntries } from '../parts/AbsentEntries.tsx';
import { fileEntries, type FileEntry } from '../parts/file-entries.ts';
import { useTimeGoal } from '../parts/marks/use-time-goal.ts';
import { ToolButton } from '../parts/ToolBar.tsx';
import { onPlayerKey } from '../parts/transport/player-keys.ts';
import { PlayerBar } from '../parts/transport/PlayerBar.tsx';
import type { TransportState } from '../parts/transport/state.ts';
import { TrackHeader } from '../parts/transport/TrackHeader.tsx';
import type { Transport } from '../parts/transport/transport.ts';
import { useTransport, useTransportState } from '../parts/transport/use-transport.ts';
import styles from './Compare.module.css';
import type { FilmFrames } from './film-frames.ts';
import { MarkedTime } from './MarkedTime.tsx';
import { SeekBar } from './SeekBar.tsx';
import { SplitLine } from './SplitLine.tsx';
import { ThumbStrip } from './ThumbStrip.tsx';
import { stepFilm, useFilmTrack } from './use-film-track.ts';

type Films = Map<string, () => FilmFrames | undefined>;

export function Compare({ entries: all, services, goal }: ModalityCompareProps) {
  const desk = useRef<HTMLDivElement>(null);
  const films = useRef<Films>(new Map());
  const transport = useTransport(desk);
  const state = useTransportState(transport);
  const { files: entries, absent } = fileEntries(all);
  const [pair, setPair] = useState<readonly [string, string]>();
  const [split, setSplit] = useState(0.5);
  const [hasStrips, setStrips] = useState(false);
  const step = (direction: 1 | -1) => {
    const id = state.heard ?? entries[0]?.id ?? '';
    void stepFilm(transport, id, films.current.get(id)?.(), direction);
  };
  useTimeGoal(goal, transport, state);
  const last = entries.slice(-2).map(({ id }) => id);
  const toggleSplit = () =>
    setPair(pair === undefined && last[0] && last[1] ? [last[0], last[1]] : undefined);
  return (
    <div
      ref={desk}
      className={styles.desk}
      tabIndex={0}
      role="group"
      aria-label="Films in lockstep"
      data-own-keys
      data-own-arrows
      onKeyDown={(event) => {
        const isTyping = (event.target as Element).closest('input') !== null;
        if (isTyping || !isKeyOf('films.split', event)) {
          return onPlayerKey(event, transport, { step, ids: entries.map(({ id }) => id) });
        }
        toggleSplit();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <AbsentEntries entries={absent} />
      <div
        className={styles.films}
        data-split={pair !== undefined}
        style={{ '--split': `${split * 100}%`, '--columns': Math.min(3, entries.length) } as object}
      >
        {entries.map((entry, index) => (
          <FilmPane
            key={entry.id}
            {...{ entry, services, transport, state, films }}
            number={index + 1}
            place={
              pair && (pair[0] === entry.id ? 'left' : pair[1] === entry.id ? 'right' : 'away')
            }
            strip={hasStrips && pair === undefined}
          />
        ))}
        {pair !== undefined && <SplitLine split={split} onSplit={setSplit} />}
      </div>
      <MarkedTime entries={entries} state={state}>
        <SeekBar transport={transport} state={state} label="Position in all" />
      </MarkedTime>
      <PlayerBar
        transport={transport}
        state={state}
        hasSound={entries.some(({ facts }) => facts?.sampleRateHz !== undefined)}
        onStep={step}
      >
        {pair !== undefined && <PairChoice pair={pair} entries={entries} onChoose={setPair} />}
        <ToolButton
          label={pair === undefined ? 'Part one frame by a line' : 'Beside each other'}
          keys={keyTitle('films.split')}
          icon={pair === undefined ? <SquareSplitHorizontal size={14} /> : <Columns2 size={14} />}
          isPressed={pair !== undefined}
          isDisabled={entries.length < 2}
          onClick={toggleSplit}
        />
        <ToolButton
          label="Strips of pictures"
          icon={<GalleryHorizontal size={14} />}
          isPressed={hasStrips}
          isDisabled={pair !== undefined}
          onClick={() => setStrips(!hasStrips)}
        />
      </PlayerBar>
    </div>
  );
}

function FilmPane({
  entry,
  services,
  transport,
  state,
  films,
  number,
  place,
  strip,
}: {
  readonly entry: FileEntry;
  readonly services: MediaServices;
  readonly transport: Transport;
  readonly state: TransportState;
  readonly films: RefObject<Films>;
  readonly number: number;
  /** In a parted frame; undefined beside the others. */
  readonly place: 'left' | 'right' | 'away' | undefined;
  readonly strip: boolean;
}) {
  const { id, mediaId, facts, tone, item } = entry;
  const frame = useRef<HTMLDivElement>(null);
  const [note, setNote] = useState<string>();
  const url = services.url(mediaId);
  const knownMs = facts?.durationMs;
  const frames = useFilmTrack(
    transport,
    frame,
    {
      ...{ id, url, type: facts?.detectedType },
      durationS: knownMs === undefined ? undefined : knownMs / 1000,
    },
    (widthPx) => setNote(widthPx > 0 ? undefined : 'sound only, no picture'),
  );
  films.current.set(id, frames);
  const track = state.tracks[id];
  const shown = track?.failure ?? (track && stateOf(state.positionS, track)) ?? note;
  return (
    <section className={styles.pane} data-tone={tone} data-place={place} aria-label={entry.label}>
      <TrackHeader
        {...{ entry, number, transport, state }}
        canBeHeard={facts === undefined || facts.sampleRateHz !== undefined}
      />
      <div ref={frame} className={styles.frame} onClick={transport.toggle}>
        {shown !== undefined && <span className={styles.note}>{shown}</span>}
      </div>
      {strip && note === undefined && track !== undefined && track.failure === undefined && (
        <ThumbStrip
          url={url}
          facts={facts}
          durationS={track.durationS}
          name={item.tag}
          onGoTo={(ownS) => transport.seek(track.startS + ownS)}
        />
      )}
    </section>
  );
}

/** Why a film stands still while others go on. */
function stateOf(
  positionS: number,
  { startS, durationS }: TransportState['tracks'][string],
): string | undefined {
  if (positionS < startS - 0.02) return 'has not begun';
  if (durationS > 0 && positionS > startS + durationS + 0.02) return 'has ended';
  return undefined;
}

function PairChoice({
  pair,
  entries,
  onChoose,
}: {
  readonly pair: readonly [string, string];
  readonly entries: readonly FileEntry[];
  readonly onChoose: (pair: readonly [string, string]) => void;
}): ReactNode {
  if (entries.length < 3) return undefined;
  const choose = (side: 0 | 1, id: string) => {
    const other = pair[1 - side] === id ? pair[side] : (pair[1 - side] ?? id);
    onChoose(side === 0 ? [id, other] : [other, id]);
  };
  return (['Left', 'Right'] as const).map((name, index) => (
    <select
      key={name}
      className={styles.choice}
      aria-label={`${name} of the line`}
      value={pair[index]}
      onChange={(event) => choose(index === 0 ? 0 : 1, event.target.value)}
    >
      {entries.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  ));
}
