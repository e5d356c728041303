import { QC_STATES, type QcOverview } from '../../../../shared/model/quality-control.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import { latest } from '../../../stores/async-data.ts';
import { useQc } from '../../../stores/qc-store.ts';
import { navigate, useRoute } from '../../../stores/route-store.ts';
import { findingLabel, STATE_LABELS } from '../labels.ts';
import { withParts } from '../seat.ts';
import styles from './QueuePane.module.css';

/** Which records stand in the queue: by what was found in them, and by where they stand. */
export function QueueFilters() {
  const view = useRoute((route) => route.view);
  const kinds = useQc((store) => latest(store.overview)?.kinds) ?? [];
  const choose = (parts: Readonly<Record<string, string | undefined>>) =>
    navigate({ view: withParts(view, { ...parts, record: undefined }) });
  return (
    <div className={styles.filters}>
      <select
        aria-label="Which records"
        value={view['standing'] ?? ''}
        onChange={({ target }) => choose({ standing: target.value || undefined })}
      >
        <option value="">What I can do</option>
        <option value="all">All records</option>
        {QC_STATES.map((state) => (
          <option key={state} value={state}>
            {STATE_LABELS[state]}
          </option>
        ))}
      </select>
      <select
        aria-label="Finding"
        value={nameOf(view['finding'], view['level'])}
        onChange={({ target }) => {
          const [finding, level] = target.value.split(' ');
          choose({ finding: finding || undefined, level: level || undefined });
        }}
      >
        <option value="">Any finding, or none</option>
        {kinds.map((each) => (
          <option key={nameOf(each.kind, each.severity)} value={nameOf(each.kind, each.severity)}>
            {describe(each)}
          </option>
        ))}
      </select>
    </div>
  );
}

const nameOf = (kind: string | undefined, severity: string | undefined) =>
  kind === undefined ? '' : `${kind} ${severity ?? ''}`;

function describe({ kind, code, quirk, severity, records }: QcOverview['kinds'][number]): string {
  const word = severity === 'info' ? '' : `${severity}: `;
  return `${word}${findingLabel(kind, code, quirk)} (${formatCount(records)})`;
}
