import { formatDelta, formatScore } from '../../components/score/format-score.ts';
import { hrefOf } from '../../stores/route-store.ts';
import type { Route } from '../../stores/route.ts';
import { shortKey, type ListedPoint } from './brushed-list.ts';
import styles from './PointList.module.css';
import table from './table.module.css';

/** Instances with both figures; each opens beside both models. */
export function PointList({
  label,
  points,
  routeOf,
}: {
  readonly label: string;
  readonly points: readonly ListedPoint[];
  readonly routeOf: (key: string) => Partial<Route>;
}) {
  return (
    <div className={styles.list} tabIndex={0} role="group" aria-label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Instance</th>
            <th scope="col" data-tone="a">
              A
            </th>
            <th scope="col" data-tone="b">
              B
            </th>
            <th scope="col">A − B</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ key, a, b, delta }) => (
            <tr key={key}>
              <td>
                <a href={hrefOf(routeOf(key))} title={key}>
                  {shortKey(key)}
                </a>
              </td>
              <td>{formatScore(a)}</td>
              <td>{formatScore(b)}</td>
              <td>{formatDelta(delta)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
