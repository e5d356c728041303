import { useMemo } from 'react';
import { formatCount } from '../score/format-score.ts';
import { bandArea, BANDS, crossTable } from './cross-table.ts';
import styles from './Scatter.module.css';
import type { ScatterProps } from './scatter-props.ts';

const bands = Array.from({ length: BANDS }, (_, band) => band);
const label = (band: number) =>
  `${String((band * 100) / BANDS)}–${String(((band + 1) * 100) / BANDS)}`;

/** How many instances lie where: bands of A below each other, of B beside each other. */
export function CrossTable({ points, nameA, nameB, metric, onArea }: ScatterProps) {
  const rows = useMemo(() => crossTable(points), [points]);
  return (
    <div className={styles.tableBox} tabIndex={0} role="group" aria-label="Scatter, table">
      <table className={styles.table}>
        <caption>
          Instances by {metric} of A ({nameA}), down, and of B ({nameB}), across. A number brushes
          its place.
        </caption>
        <thead>
          <tr>
            <th scope="col">A \ B</th>
            {bands.map((band) => (
              <th key={band} scope="col">
                {label(band)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bands.map((bandA) => (
            <tr key={bandA}>
              <th scope="row">{label(bandA)}</th>
              {bands.map((bandB) => {
                const count = rows[bandA]?.[bandB] ?? 0;
                return (
                  <td key={bandB}>
                    {count > 0 && (
                      <button
                        type="button"
                        aria-label={`${formatCount(count)}: A ${label(bandA)}, B ${label(bandB)}`}
                        onClick={() => onArea(bandArea(bandA, bandB), true)}
                      >
                        {formatCount(count)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
