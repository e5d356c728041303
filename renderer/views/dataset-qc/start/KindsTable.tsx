import type { QcOverview } from '../../../../shared/model/quality-control.ts';
import { SeverityIcon } from '../../../components/problem-kind/SeverityIcon.tsx';
import { formatCount } from '../../../components/score/format-score.ts';
import { Meter } from '../../../components/meter/Meter.tsx';
import { findingLabel } from '../labels.ts';
import styles from './Table.module.css';

/** What the lint found, what matters most first. */
export function KindsTable({
  kinds,
  records,
}: {
  readonly kinds: QcOverview['kinds'];
  readonly records: number;
}) {
  if (kinds.length === 0) return <p className={styles.none}>Nothing was found.</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col" colSpan={2} className={styles.number}>
            Records
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, code, quirk, severity, records: own }) => (
          <tr key={`${kind} ${severity}`}>
            <td>
              <span className={styles.kind}>
                <SeverityIcon severity={severity} />
                {findingLabel(kind, code, quirk)}
                {quirk !== undefined && <small>quirk {quirk}</small>}
              </span>
            </td>
            <td className={styles.number}>{formatCount(own)}</td>
            <td className={styles.meter}>
              <Meter value={own / records} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
