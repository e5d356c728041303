import { SlidersHorizontal } from 'lucide-react';
import type { MetricDescriptor } from '../../../shared/model/score.ts';
import { Button } from '../../components/button/Button.tsx';
import { Popover } from '../../components/popover/Popover.tsx';
import { useMetrics, useModels } from '../../stores/models-store.ts';
import { currentRoute, navigate } from '../../stores/route-store.ts';
import { setDeltaMetric, setWidths, toggleMetric } from '../../stores/table-layout-store.ts';
import styles from './ColumnsMenu.module.css';

/** Which metrics have a column, and of which one the difference is shown. */
export function ColumnsMenu({
  shownMetrics,
  deltaMetric,
}: {
  readonly shownMetrics: readonly MetricDescriptor[];
  readonly deltaMetric: string;
}) {
  const models = useModels();
  const metrics = useMetrics().filter((metric) =>
    models.some((model) => model.metrics.includes(metric.id)),
  );
  if (metrics.length === 0) return null;
  const shown = new Set(shownMetrics.map((metric) => metric.id));
  return (
    <Popover
      label="Columns"
      align="end"
      trigger={
        <Button>
          <SlidersHorizontal size={13} aria-hidden="true" />
          Columns
        </Button>
      }
    >
      <div className={styles.menu}>
        <fieldset>
          <legend>Scores</legend>
          {metrics.map((metric) => (
            <label key={metric.id}>
              <input
                type="checkbox"
                checked={shown.has(metric.id)}
                onChange={() => toggleMetric(metric.id)}
              />
              <b>{metric.label}</b>
              <span>{metric.title}</span>
            </label>
          ))}
        </fieldset>
        {models.length > 1 && (
          <fieldset>
            <legend>Difference A − B of</legend>
            <div className={styles.choices}>
              {metrics.map((metric) => (
                <label key={metric.id}>
                  <input
                    type="radio"
                    name="delta-metric"
                    checked={metric.id === deltaMetric}
                    onChange={() => chooseDelta(metric.id)}
                  />
                  {metric.label}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <Button variant="quiet" onClick={() => setWidths({})}>
          Reset the widths
        </Button>
      </div>
    </Popover>
  );
}

/** A table sorted by the difference stays sorted by it, of the new metric. */
function chooseDelta(metric: string): void {
  setDeltaMetric(metric);
  const { sort } = currentRoute();
  if (sort.by === 'delta') navigate({ sort: { ...sort, metric } });
}
