import styles from './Chart.module.css';
import { pointAt, type ChartSpec, type PointAt } from './chart-spec.ts';
import { formatInterval } from './point-text.ts';

/** The chart's figures: a row a category, a column a series. */
export function ChartTable({ spec }: { readonly spec: ChartSpec }) {
  return (
    // it scrolls sideways where it is wide, which the keyboard must be able to do, too
    <div className={styles.tableBox} tabIndex={0} role="group" aria-label={`${spec.title}, table`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{spec.categoryLabel}</th>
            {spec.series.map(({ name }) => (
              <th key={name} scope="col">
                {spec.series.length === 1 ? spec.valueLabel : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spec.categories.map((name, category) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {spec.series.map((each, series) => (
                <td key={each.name}>
                  <Cell spec={spec} at={{ series, category }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ spec, at }: { readonly spec: ChartSpec; readonly at: PointAt }) {
  const point = pointAt(spec, at);
  if (point === undefined) return null;
  const text = point.value === undefined ? '—' : spec.format(point.value);
  return (
    <>
      {point.href === undefined ? text : <a href={point.href}>{text}</a>}
      {point.interval !== undefined && <small>{formatInterval(spec, point.interval)}</small>}
      {point.facts !== undefined && point.facts.length > 0 && (
        <small>{point.facts.join(' · ')}</small>
      )}
    </>
  );
}
