import type { QcEvent, QcRecord } from '../../../../shared/model/quality-control.ts';
import { formatMoment } from '../../../components/score/format-moment.ts';
import { PHASE_LABELS, VERDICT_LABELS } from '../labels.ts';
import { ChangesView } from './ChangesView.tsx';
import styles from './Trail.module.css';

/** Who said what of the record, when and why; what was taken back stays, struck out. */
export function Trail({ record }: { readonly record: QcRecord }) {
  const { trail, isTrailHidden, original } = record;
  if (trail.length === 0 && !isTrailHidden) return null;
  return (
    <section className={styles.trail} aria-label="Trail">
      <h3>Trail</h3>
      <ol>
        {trail.map((event) => (
          <li key={event.id} data-undone={event.isUndone || undefined}>
            <p>
              <b>{event.name}</b> {VERDICT_LABELS[event.verdict]}
              {event.verdict !== 'reopen' && ` · ${PHASE_LABELS[event.phase].toLowerCase()}`}
            </p>
            <small>
              {formatMoment(event.at)}
              {event.isUndone && ' · taken back'}
              {event.isStale && ' · of the record before it changed'}
            </small>
            {event.reason !== '' && <blockquote>{event.reason}</blockquote>}
            <Revision event={event} original={original} />
          </li>
        ))}
      </ol>
      {isTrailHidden && (
        <p className={styles.hidden}>
          It was reviewed. What was found is shown when you have given your own verdict.
        </p>
      )}
    </section>
  );
}

function Revision({ event, original }: { readonly event: QcEvent; readonly original: string }) {
  if (event.text === undefined) return null;
  return (
    <details className={styles.revision}>
      <summary>What was revised</summary>
      <ChangesView before={event.before ?? original} after={event.text} />
    </details>
  );
}
