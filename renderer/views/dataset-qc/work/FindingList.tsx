import type { QcFinding } from '../../../../shared/model/quality-control.ts';
import { SeverityIcon } from '../../../components/problem-kind/SeverityIcon.tsx';
import { navigate, useRoute } from '../../../stores/route-store.ts';
import { findingLabel } from '../labels.ts';
import { withParts } from '../seat.ts';
import styles from './FindingList.module.css';

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** What the lint says of a record, what matters most first. */
export function FindingList({
  findings,
  isDraft,
}: {
  readonly findings: readonly QcFinding[];
  /** They are of a text that does not stand in the file. */
  readonly isDraft: boolean;
}) {
  const sorted = findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  return (
    <section className={styles.findings} aria-label="Findings of the record">
      <h3>{isDraft ? 'Findings of the revision' : 'Findings'}</h3>
      {sorted.length === 0 && <p className={styles.none}>None.</p>}
      <ul>
        {sorted.map((finding, at) => (
          <li key={at}>
            <SeverityIcon severity={finding.severity} />
            <div>
              <p>{finding.message}</p>
              <small>
                {findingLabel(finding.kind, finding.code, finding.quirk)}
                {finding.quirk !== undefined && ` · quirk ${finding.quirk}`}
              </small>
              {finding.others !== undefined && finding.others.length > 0 && (
                <Others keys={finding.others} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Others({ keys }: { readonly keys: readonly string[] }) {
  const view = useRoute((route) => route.view);
  return (
    <p className={styles.others}>
      {keys.slice(0, 4).map((key) => (
        <button
          key={key}
          type="button"
          onClick={() => navigate({ view: withParts(view, { record: key }) })}
        >
          {key.split('/').slice(1).join(' / ')}
        </button>
      ))}
    </p>
  );
}
