import { formatScore } from './format-score.ts';
import styles from './score.module.css';

/** A score in [0, 1], shown ×100 with one decimal; a dash when there is none. */
export function ScoreValue({ value }: { readonly value: number | undefined }) {
  if (value === undefined) {
    return (
      <span className={styles.none} aria-label="no score">
        —
      </span>
    );
  }
  return <span className={styles.value}>{formatScore(value)}</span>;
}
