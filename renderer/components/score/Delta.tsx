import { formatDelta } from './format-score.ts';
import styles from './score.module.css';

/** The difference a − b of two scores in [0, 1]; nothing when one of them is not there. */
export function Delta({
  a,
  b,
}: {
  readonly a: number | undefined;
  readonly b: number | undefined;
}) {
  if (a === undefined || b === undefined) return null;
  return (
    <span className={styles.delta} data-sign={Math.sign(Math.round((a - b) * 1000))}>
      {formatDelta(a - b)}
    </span>
  );
}
