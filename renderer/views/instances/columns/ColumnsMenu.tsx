import { SlidersHorizontal } from 'lucide-react';
import { Button } from '../../../components/button/Button.tsx';
import { Popover } from '../../../components/popover/Popover.tsx';
import { BASE_COLUMNS, isShownAtFirst, type BaseColumn } from '../../../stores/shown-columns.ts';
import {
  setColumns,
  setDeltaMetric,
  setWidths,
  toggleColumn,
} from '../../../stores/table-layout-store.ts';
import styles from './ColumnsMenu.module.css';
import type { ColumnState } from './use-columns.ts';

const BASE_LABELS: Readonly<Record<BaseColumn, string>> = {
  task: 'Task, or what was found',
  flow: 'In → out',
  strip: 'Structure',
  delta: 'Difference A − B',
  problems: 'Problems',
};

/** Which columns the table has, and of which metric the difference is shown. */
export function ColumnsMenu({ columns }: { readonly columns: ColumnState }) {
  const { models, offered, shown, ids, deltaMetric } = columns;
  const base = BASE_COLUMNS.filter((id) => id !== 'delta' || models.length > 1);
  const all = new Set(ids);
  return (
    <Popover
      label="Columns"
      align="end"
      trigger={
        <Button data-tip="Columns">
          <SlidersHorizontal size={13} aria-hidden="true" />
          <span data-label>Columns</span>
        </Button>
      }
    >
      <div className={styles.menu}>
        {offered.length > 0 && (
          <fieldset>
            <legend>Scores</legend>
            {offered.map((metric) => (
              <label key={metric.id}>
                <input
                  type="checkbox"
                  checked={shown.has(metric.id)}
                  onChange={() => toggleColumn(ids, metric.id)}
                />
                <b>{metric.label}</b>
                <span>{metric.title}</span>
              </label>
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend>Beside them</legend>
          <div className={styles.pairs}>
            {base.map((id) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={shown.has(id)}
                  onChange={() => toggleColumn(ids, id)}
                />
                {BASE_LABELS[id]}
              </label>
            ))}
          </div>
        </fieldset>
        {models.length > 1 && offered.length > 0 && (
          <fieldset>
            <legend>Difference A − B of</legend>
            <div className={styles.choices}>
              {offered.map((metric) => (
                <label key={metric.id}>
                  <input
                    type="radio"
                    name="delta-metric"
                    checked={metric.id === deltaMetric}
                    onChange={() => setDeltaMetric(metric.id)}
                  />
                  {metric.label}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <div className={styles.foot}>
          <Button variant="quiet" onClick={() => setColumns(ids, all)}>
            Show all
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              setColumns(ids, new Set(ids.filter(isShownAtFirst)));
              setWidths({});
            }}
          >
            As at first
          </Button>
        </div>
      </div>
    </Popover>
  );
}
