import { Fragment, type ReactNode } from 'react';
import type { FileEntry } from '../parts/file-entries.ts';
import { TimeMarkSpans } from '../parts/marks/TimeMarks.tsx';
import type { TransportState } from '../parts/transport/state.ts';
import styles from './MarkedTime.module.css';

/** A common line of time, and under it one for the marked ranges of each film that has some. */
export function MarkedTime({
  entries,
  state: { tracks, durationS },
  children,
}: {
  readonly entries: readonly FileEntry[];
  readonly state: TransportState;
  readonly children: ReactNode;
}) {
  const marked = entries.filter(({ marks = [] }) => marks.some(({ mark }) => mark.kind === 'time'));
  if (marked.length === 0) return children;
  return (
    <div className={styles.times}>
      <span />
      {children}
      {marked.map(({ id, label, tone, marks }) => {
        const startS = tracks[id]?.startS ?? 0;
        return (
          <Fragment key={id}>
            <span className={styles.label} data-tone={tone}>
              {label}
            </span>
            <div className={styles.marks} role="group" aria-label={`Marks of ${label}`}>
              <TimeMarkSpans seen={{ fromS: -startS, toS: durationS - startS }} marks={marks} />
            </div>
          </Fragment>
        );
      })}
    </div>
  );
}
