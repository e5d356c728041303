import type { CompareEntry } from '../define.ts';
import styles from './AbsentEntries.module.css';
import { EntryLabel } from './EntryLabel.tsx';

/** Says of whom there is nothing to compare; nothing when all are there. */
export function AbsentEntries({ entries }: { readonly entries: readonly CompareEntry[] }) {
  if (entries.length === 0) return undefined;
  return (
    <div className={styles.absent} role="status">
      {entries.map((entry) => (
        <span key={entry.id}>
          <EntryLabel entry={entry} /> has no file to play
        </span>
      ))}
    </div>
  );
}
