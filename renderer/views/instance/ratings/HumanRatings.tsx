import { useEffect } from 'react';
import type { HumanRating, RatingEvent } from '../../../../shared/model/rating.ts';
import type { Response } from '../../../../shared/model/response.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { formatMoment } from '../../../components/score/format-moment.ts';
import { ScoreValue } from '../../../components/score/ScoreValue.tsx';
import { latest } from '../../../stores/async-data.ts';
import { loadHumanRatings, useHumanRatings } from '../../../stores/human-ratings-store.ts';
import type { Column } from '../columns.ts';
import panel from '../ScorePanel.module.css';
import styles from './HumanRatings.module.css';
import { ratedRows, type RatedCell } from './rated-rows.ts';

const PHASES = { blind: 'rated blind', corrected: 'corrected', imported: 'imported' } as const;

/** What people rated beside the judge's figures, by whom and when, and what of it is stale. */
export function HumanRatings({
  instanceKey,
  columns,
  responses,
}: {
  readonly instanceKey: string;
  readonly columns: readonly Column[];
  readonly responses: readonly (Response | undefined)[];
}) {
  const state = useHumanRatings(instanceKey);
  useEffect(() => loadHumanRatings(instanceKey), [instanceKey]);
  const data = latest(state);
  if (data === undefined)
    return state.status === 'failed' ? <ErrorText error={state.error} /> : null;
  const rows = ratedRows(data.ratings, responses);
  if (rows.length === 0 && data.events.length === 0) return null;
  return (
    <section aria-label="Ratings by people">
      <h2 className={`${panel.heading} ${styles.heading}`}>People</h2>
      {rows.length > 0 && (
        <table className={panel.table}>
          <thead>
            <tr>
              <th scope="col">Of 5</th>
              {columns.map(({ id, tone, letter, label }) => (
                <th key={id} scope="col" data-tone={tone} data-tip={label}>
                  {letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, cells }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                {cells.map((cell, at) => (
                  <td key={columns[at]?.id ?? at}>
                    {cell === undefined ? (
                      <span className={panel.none}>—</span>
                    ) : (
                      <Cell cell={cell} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Said ratings={data.ratings} events={data.events} />
    </section>
  );
}

/** People's mean of 5, and below it the judge's figure. */
function Cell({ cell: { people, judge, ratings, isStale } }: { readonly cell: RatedCell }) {
  const raters = new Set(ratings.map(({ rater }) => rater)).size;
  return (
    <span
      className={styles.cell}
      data-stale={isStale || undefined}
      data-tip={`${raters === 1 ? 'one rater' : `${raters} raters`}${isStale ? '; stale: what was rated has changed' : ''}`}
    >
      <b>{people === undefined ? '—' : people.toFixed(1)}</b>
      {isStale && <small className={styles.stale}>stale</small>}
      <small>judge {judge === undefined ? '—' : <ScoreValue value={judge} />}</small>
    </span>
  );
}

function Said({
  ratings,
  events,
}: {
  readonly ratings: readonly HumanRating[];
  readonly events: readonly RatingEvent[];
}) {
  return (
    <details className={styles.history}>
      <summary>Who said what, and when</summary>
      <ul>
        {ratings.map((rating) => (
          <li
            key={JSON.stringify([
              rating.model,
              rating.metric,
              rating.tag,
              rating.rater,
              rating.phase,
            ])}
          >
            <b>{rating.rater}</b> {rating.metric} {rating.tag} of {rating.model}:{' '}
            <b>{rating.value}</b> <span>{PHASES[rating.phase]}</span>{' '}
            <time dateTime={rating.ratedAt}>{formatMoment(rating.ratedAt)}</time>
            {rating.stale.length > 0 && (
              <span className={styles.stale}> stale: {rating.stale.join(', ')} changed</span>
            )}
            {rating.note !== undefined && <q>{rating.note}</q>}
          </li>
        ))}
      </ul>
      {events.length > 0 && (
        <>
          <h3>Every saying, newest first</h3>
          <ol>
            {events.map(({ id, rater, said, at, models, isUndo }) => (
              <li key={id} data-undo={isUndo || undefined}>
                <b>{rater}</b> {said} <span>{models.join(' · ')}</span>{' '}
                <time dateTime={at}>{formatMoment(at)}</time>
              </li>
            ))}
          </ol>
        </>
      )}
    </details>
  );
}
