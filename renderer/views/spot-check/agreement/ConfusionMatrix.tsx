import type { MetricAgreement } from '../../../../shared/model/agreement.ts';
import styles from './ConfusionMatrix.module.css';

/** What people gave where the judge gave what; the diagonal is agreement. */
export function ConfusionMatrix({
  confusion: { levels, counts },
  label,
}: {
  readonly confusion: MetricAgreement['confusion'];
  readonly label: string;
}) {
  const most = Math.max(1, ...counts.flat());
  return (
    <table className={styles.matrix} aria-label={`Confusion matrix of ${label}`}>
      <caption>Judge ↓ people →</caption>
      <thead>
        <tr>
          <td />
          {levels.map((level) => (
            <th key={level} scope="col">
              {level}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row, at) => (
          <tr key={levels[at]}>
            <th scope="row">{levels[at]}</th>
            {row.map((count, column) => (
              <td
                key={levels[column]}
                data-diagonal={column === at || undefined}
                style={{ '--share': String(count / most) } as React.CSSProperties}
              >
                {count === 0 ? '' : count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
