import { Ear } from 'lucide-react';
import type { CompareEntry } from '../../define.ts';
import { EntryLabel } from '../EntryLabel.tsx';
import type { TransportState } from './state.ts';
import styles from './TrackHeader.module.css';
import type { Transport } from './transport.ts';

const STEP_S = 0.01;

/** Names one of several media, says whether it is heard, and shifts it against the others. */
export function TrackHeader({
  entry,
  number,
  transport,
  state,
  canBeHeard = true,
}: {
  readonly entry: CompareEntry;
  /** Its key. */
  readonly number: number;
  readonly transport: Transport;
  readonly state: TransportState;
  readonly canBeHeard?: boolean;
}) {
  const { id, label, tone } = entry;
  const isHeard = state.heard === id;
  return (
    <div className={styles.header} data-tone={tone}>
      <EntryLabel entry={entry} />
      {canBeHeard && (
        <button
          type="button"
          className={styles.hear}
          aria-pressed={isHeard}
          aria-label={`Hear ${label}`}
          title={`Hear ${label}, at the same position (${number}; H for the next)`}
          onClick={() => transport.hear(id)}
        >
          <Ear size={13} aria-hidden="true" />
          <span>Hear</span>
        </button>
      )}
      <label className={styles.offset} title="Begins so much later than the others">
        <span>offset</span>
        <input
          type="number"
          step={STEP_S}
          aria-label={`Offset of ${label} in seconds`}
          value={state.tracks[id]?.offsetS ?? 0}
          onChange={(event) => transport.setOffset(id, event.target.valueAsNumber)}
        />
        <span>s</span>
      </label>
    </div>
  );
}
