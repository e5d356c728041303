import { Meter } from '../meter/Meter.tsx';
import styles from './RunEntries.module.css';

/** What a list tells of a run, of whatever kind. */
export interface RunEntry {
  readonly id: number;
  readonly title: string;
  readonly state: string;
  readonly stateLabel: string;
  /** Lines below the title. */
  readonly facts: readonly string[];
  /** How far it is, in [0, 1]; undefined while nothing is done on it. */
  readonly share: number | undefined;
}

/** Runs, in the order given. */
export function RunEntries({
  runs,
  shown,
  none,
  onOpen,
}: {
  readonly runs: readonly RunEntry[];
  readonly shown: number | undefined;
  /** Said where there is none. */
  readonly none: string;
  readonly onOpen: (id: number) => void;
}) {
  if (runs.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <ol className={styles.runs}>
      {runs.map(({ id, title, state, stateLabel, facts, share }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.run}
            aria-current={id === shown ? 'true' : undefined}
            onClick={() => onOpen(id)}
          >
            <span className={styles.title}>
              {title}
              <span data-state={state}>{stateLabel}</span>
            </span>
            {facts.map((fact) => (
              <span key={fact} className={styles.facts}>
                {fact}
              </span>
            ))}
            {share !== undefined && (
              <span className={styles.bar}>
                <Meter value={share} tone="accent" />
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
