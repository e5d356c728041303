import type { CSSProperties } from 'react';
import type { LineMark } from '../parts/marks/line-lanes.ts';
import styles from './GutterMarks.module.css';

const LANE_PX = 18;
const SIDE_PX = 8;

/** Room for the digits of the last line's number, and for the lanes of marks before them. */
export function gutterWidth(digits: number, lanes: number): CSSProperties {
  return { width: `${digits}ch`, paddingLeft: SIDE_PX + lanes * LANE_PX };
}

/** Room for some lanes of marks alone. */
export const laneRoom = (lanes: number): string => `${lanes * LANE_PX}px`;

/** A bar for each mark that holds at a line, with its number where it begins. */
export function GutterMarks({
  marks,
  line,
  isRest = false,
}: {
  readonly marks: readonly LineMark[];
  readonly line: number;
  /** It is a further row of a line that was broken. */
  readonly isRest?: boolean;
}) {
  return marks
    .filter(({ from, to }) => from <= line && line <= to)
    .map(({ id, number, label, isStale, from, to, lane }) => {
      const isFirst = line === from && !isRest;
      return (
        <span
          key={id}
          className={styles.bar}
          style={{ left: SIDE_PX / 2 + lane * LANE_PX }}
          data-stale={isStale || undefined}
          data-first={isFirst || undefined}
          data-last={line === to || undefined}
          title={label}
          {...(isFirst && { role: 'img', 'aria-label': `Mark ${number}: ${label}` })}
        >
          {isFirst && <span className={styles.number}>{number}</span>}
        </span>
      );
    });
}
