import type { Stratum, StratumPart } from '../../../../shared/model/sample.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import { PART_LABELS, stratumLabel } from '../labels.ts';
import styles from './StrataTable.module.css';

/** The cells of a sample: how many there are of each, and how many are drawn. */
export function StrataTable({
  strata,
  parts,
}: {
  readonly strata: readonly Stratum[];
  readonly parts: readonly StratumPart[];
}) {
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-label="Strata">
      <table>
        <thead>
          <tr>
            {parts.map((part) => (
              <th key={part} scope="col">
                {PART_LABELS[part]}
              </th>
            ))}
            <th scope="col">There are</th>
            <th scope="col">Drawn</th>
          </tr>
        </thead>
        <tbody>
          {strata.map(({ values, population, size }) => (
            <tr key={JSON.stringify(values)}>
              {parts.map((part) => (
                <td key={part}>{stratumLabel(part, values[part] ?? '')}</td>
              ))}
              <td>{formatCount(population)}</td>
              <td data-none={size === 0 || undefined}>{formatCount(size)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
