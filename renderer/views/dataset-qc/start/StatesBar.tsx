import { QC_STATES, type QcOverview } from '../../../../shared/model/quality-control.ts';
import { formatCount, formatCounted } from '../../../components/score/format-score.ts';
import { STATE_LABELS } from '../labels.ts';
import styles from './StatesBar.module.css';

/** How many records stand where, as one bar in the order of the work. */
export function StatesBar({ overview }: { readonly overview: QcOverview }) {
  const { records, states, revised, stale } = overview;
  const notes = [
    ...(revised > 0 ? [`${formatCount(revised)} of them revised`] : []),
    ...(stale > 0 ? [`${formatCount(stale)} changed since they were spoken of`] : []),
  ];
  return (
    <section className={styles.states} aria-label="States">
      <div className={styles.bar} aria-hidden="true">
        {QC_STATES.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: states[state] }} />
        ))}
      </div>
      <dl>
        {QC_STATES.map((state) => (
          <div key={state} data-state={state}>
            <dt>{STATE_LABELS[state]}</dt>
            <dd>{formatCount(states[state])}</dd>
          </div>
        ))}
      </dl>
      <p>
        {formatCounted(records, 'record')}
        {notes.length > 0 && ` · ${notes.join(' · ')}`}
      </p>
    </section>
  );
}
