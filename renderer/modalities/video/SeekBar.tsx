import { clockText } from '../parts/clock-text.ts';
import { TimeMarkSpans } from '../parts/marks/TimeMarks.tsx';
import type { TransportState } from '../parts/transport/state.ts';
import type { Transport } from '../parts/transport/transport.ts';
import styles from './SeekBar.module.css';

/** The position as a line to drag along, with the region that loops. */
export function SeekBar({
  transport,
  state,
  label,
}: {
  readonly transport: Transport;
  readonly state: TransportState;
  readonly label: string;
}) {
  const { positionS, durationS, region } = state;
  const share = (timeS: number) => (durationS > 0 ? (timeS / durationS) * 100 : 0);
  return (
    <div className={styles.line}>
      <input
        type="range"
        className={styles.seek}
        aria-label={label}
        min={0}
        max={durationS || 1}
        step="any"
        value={Math.min(positionS, durationS)}
        aria-valuetext={`${clockText(positionS)} of ${clockText(durationS)}`}
        style={{ '--done': `${share(positionS)}%` } as object}
        onChange={(event) => transport.seek(event.target.valueAsNumber)}
      />
      {region !== undefined && (
        <span
          className={styles.region}
          style={{ left: `${share(region.fromS)}%`, right: `${100 - share(region.toS)}%` }}
        />
      )}
      <TimeMarkSpans seen={{ fromS: 0, toS: durationS }} />
    </div>
  );
}
