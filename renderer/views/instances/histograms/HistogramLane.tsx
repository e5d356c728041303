import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { formatCount, formatCounted } from '../../../components/score/format-score.ts';
import { binAt, boundsOf, brushOver, moveEnd, sharesOf, type Bounds } from './brush.ts';
import { formatBound, formatSpan } from './format-bounds.ts';
import styles from './HistogramLane.module.css';
import { barsPath, tallestShare } from './histogram-shape.ts';

export interface LaneData {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly n: number;
  readonly nUnscored: number;
}

/**
 * The figures of one model as a histogram that can be brushed: by dragging over it, or by its two ends
 * with the arrow keys. Behind it lie the figures of everything.
 */
export function HistogramLane({
  name,
  letter,
  tone,
  data,
  whole,
  bounds,
  onBrush,
  onNote,
}: {
  /** Of the figure, e.g. `StS of Aria-7B`. */
  readonly name: string;
  readonly letter: string;
  readonly tone: string;
  readonly data: LaneData;
  readonly whole: LaneData | undefined;
  readonly bounds: Bounds;
  /** `isOngoing` while the pointer is still down, or a key is held. */
  readonly onBrush: (bounds: Bounds, isOngoing: boolean) => void;
  /** What lies under the pointer, in words; undefined when it has left. */
  readonly onNote: (note: string | undefined) => void;
}) {
  const { edges, counts } = data;
  const bins = counts.length;
  const plot = useRef<HTMLDivElement>(null);
  const drag = useDrag(bins, edges, onBrush);
  const over = useRef<number>(undefined);
  const noteId = useId();
  const shown = drag.bounds ?? bounds;
  const isBrushed = shown.min !== undefined || shown.max !== undefined;
  const behind = whole ?? data;
  const tallest = tallestShare([behind.counts, counts]);
  const span = sharesOf(shown, edges);
  const shareAt = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect();
    return box === undefined || box.width === 0 ? 0 : (event.clientX - box.left) / box.width;
  };
  const onKey = (end: 'min' | 'max') => (event: KeyboardEvent) => {
    const next = moveEnd(end, event.key, event.shiftKey, bounds, edges);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onBrush(next, event.repeat);
  };
  const low = edges[0] ?? 0;
  const high = edges.at(-1) ?? 1;
  return (
    <div className={styles.lane} data-tone={tone} role="group" aria-label={name}>
      <i className={styles.letter} aria-hidden="true">
        {letter}
      </i>
      <div
        ref={plot}
        className={styles.plot}
        onPointerDown={(event) => {
          if (event.button !== 0 || !event.isPrimary) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.begin(binAt(shareAt(event), bins));
        }}
        onPointerMove={(event) => {
          const bin = binAt(shareAt(event), bins);
          drag.move(bin);
          if (bin === over.current) return;
          over.current = bin;
          onNote(`${formatSpan(edges[bin], edges[bin + 1])}: ${formatCount(counts[bin] ?? 0)}`);
        }}
        onPointerUp={(event) => drag.end(binAt(shareAt(event), bins), isBrushed)}
        onPointerCancel={drag.cancel}
        onPointerLeave={() => {
          over.current = undefined;
          onNote(undefined);
        }}
        onDoubleClick={() => onBrush({}, false)}
      >
        <svg viewBox={`0 0 ${bins} 1`} preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.whole} d={barsPath(behind.counts, tallest)} />
          <path className={styles.bars} d={barsPath(counts, tallest)} />
        </svg>
        {isBrushed && (
          <span
            className={styles.brush}
            style={{ left: `${span.from * 100}%`, right: `${(1 - span.to) * 100}%` }}
          />
        )}
        {(['min', 'max'] as const).map((end) => (
          <span
            key={end}
            className={styles.end}
            role="slider"
            tabIndex={0}
            data-end={end}
            aria-label={`${end === 'min' ? 'Lowest' : 'Highest'} ${name}`}
            aria-describedby={noteId}
            aria-valuemin={Math.round(low * 1000) / 10}
            aria-valuemax={Math.round(high * 1000) / 10}
            aria-valuenow={Math.round((shown[end] ?? (end === 'min' ? low : high)) * 1000) / 10}
            aria-valuetext={shown[end] === undefined ? 'no limit' : formatBound(shown[end])}
            style={{ left: `${(end === 'min' ? span.from : span.to) * 100}%` }}
            onKeyDown={onKey(end)}
          />
        ))}
      </div>
      <span id={noteId} className="visually-hidden">
        {noteOf(data)}
      </span>
    </div>
  );
}

function noteOf({ n, nUnscored }: LaneData): string {
  return nUnscored === 0
    ? formatCounted(n, 'figure')
    : `${formatCounted(n, 'figure')}, ${formatCount(nUnscored)} without`;
}

/** Drags over the bins; told on the way, at each bin anew, and at the end. */
function useDrag(
  bins: number,
  edges: readonly number[],
  onBrush: (bounds: Bounds, isOngoing: boolean) => void,
) {
  const start = useRef<number>(undefined);
  const latest = useRef<number>(undefined);
  const [bounds, setBounds] = useState<Bounds>();
  const over = (bin: number) => boundsOf(brushOver(start.current ?? bin, bin), edges);
  const cancel = () => {
    start.current = undefined;
    setBounds(undefined);
  };
  return {
    bounds,
    begin(bin: number) {
      start.current = bin;
      latest.current = undefined;
    },
    move(bin: number) {
      if (start.current === undefined || bin === latest.current) return;
      // a press that has not moved yet may still become a click
      if (latest.current === undefined && bin === start.current) return;
      latest.current = bin;
      const next = over(bin);
      setBounds(next);
      onBrush(next, true);
    },
    /** A click takes one bin, or, where something is brushed, takes the brush away. */
    end(bin: number, isBrushed: boolean) {
      if (start.current === undefined) return;
      const isClick = latest.current === undefined;
      onBrush(isClick && isBrushed ? {} : over(Math.min(bins - 1, bin)), false);
      cancel();
    },
    cancel,
  };
}
