import styles from './score.module.css';

/** Stands beside every figure of the demo that was written by hand. */
export function ExampleMark() {
  return (
    <span
      className={styles.example}
      role="img"
      aria-label="example figure"
      data-tip="Example figure, written by hand: no judge was asked"
    >
      ex
    </span>
  );
}
