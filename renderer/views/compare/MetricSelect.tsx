import styles from './MetricSelect.module.css';
import { useMetricLabel } from './use-compare.ts';

/** One of the metrics. */
export function MetricSelect({
  label,
  metrics,
  value,
  onChange,
}: {
  readonly label: string;
  readonly metrics: readonly string[];
  readonly value: string;
  readonly onChange: (metric: string) => void;
}) {
  const nameOf = useMetricLabel();
  // one that only an address names is offered too, so that it can be seen and left
  const offered = metrics.includes(value) ? metrics : [value, ...metrics];
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {offered.map((id) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </select>
  );
}
