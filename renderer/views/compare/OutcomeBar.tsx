import type { PairedTest } from '../../../shared/model/comparison.ts';
import { Count } from './Count.tsx';
import styles from './OutcomeBar.module.css';
import type { Outcome } from './links.ts';

const PARTS = [
  ['win', 'wins', 'A better'],
  ['tie', 'ties', 'the same'],
  ['loss', 'losses', 'B better'],
] as const;

/** On how many instances A is better, both are the same, B is better; each opens its instances. */
export function OutcomeBar({
  test,
  hrefOf,
}: {
  readonly test: PairedTest;
  readonly hrefOf: (outcome: Outcome) => string;
}) {
  return (
    <div className={styles.outcomes}>
      <div className={styles.bar} aria-hidden="true">
        {PARTS.map(([outcome, count]) => (
          <i key={outcome} data-outcome={outcome} style={{ flexGrow: test[count] }} />
        ))}
      </div>
      <div className={styles.counts}>
        {PARTS.map(([outcome, count, words]) => (
          <span key={outcome} data-outcome={outcome}>
            <Count count={test[count]} href={hrefOf(outcome)} />
            <span className="visually-hidden"> {words}</span>
          </span>
        ))}
      </div>
    </div>
  );
}
