import { RUN_METRICS, type RunMetric } from '../../../shared/model/run.ts';
import { CheckField } from '../../components/field/CheckField.tsx';
import { METRIC_LABELS } from './labels.ts';
import styles from './NewRun.module.css';

/** What is a score, or the baseline of one; everything else stands beside the scores. */
const SCORES: readonly RunMetric[] = ['GQ', 'SC', 'coherence', 'SC-lexical'];
const BESIDE = RUN_METRICS.filter((metric) => !SCORES.includes(metric));

/** What a run is to compute. */
export function MetricChoice({
  chosen,
  onToggle,
}: {
  readonly chosen: readonly RunMetric[];
  readonly onToggle: (metric: RunMetric) => void;
}) {
  const group = (title: string, metrics: readonly RunMetric[]) => (
    <fieldset>
      <legend>{title}</legend>
      {metrics.map((metric) => (
        <CheckField
          key={metric}
          label={METRIC_LABELS[metric].label}
          hint={METRIC_LABELS[metric].hint}
          isChecked={chosen.includes(metric)}
          onChange={() => onToggle(metric)}
        />
      ))}
    </fieldset>
  );
  return (
    <div className={styles.metrics}>
      {group('Compute', SCORES)}
      {group('Beside the scores', BESIDE)}
    </div>
  );
}
