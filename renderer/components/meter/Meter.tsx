import type { Tone } from '../../modalities/define.ts';
import styles from './Meter.module.css';

/** A share in [0, 1] as a thin bar; the figure itself stands beside it, so it is hidden from readers. */
export function Meter({
  value,
  tone,
}: {
  readonly value: number;
  readonly tone?: Tone | 'accent';
}) {
  return (
    <span className={styles.meter} data-tone={tone} aria-hidden="true">
      <span style={{ width: `${Math.max(0, Math.min(1, value)) * 100}%` }} />
    </span>
  );
}
