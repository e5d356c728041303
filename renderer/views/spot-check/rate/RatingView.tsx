// Rating by keys alone: the task, the reference and the response without a name, the scale beside them.
import { memo, useEffect } from 'react';
import type { BlindUnit } from '../../../../shared/model/rating.ts';
import type { Sequence } from '../../../../shared/model/content.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Interleaved } from '../../../components/interleaved/Interleaved.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import type { Tone } from '../../../modalities/define.ts';
import { latest } from '../../../stores/async-data.ts';
import {
  blindServices,
  leaveSeat,
  openSeat,
  showUnit,
  useRating,
} from '../../../stores/rating-session-store.ts';
import { navigate } from '../../../stores/route-store.ts';
import { RatingPanel } from './RatingPanel.tsx';
import styles from './RatingView.module.css';
import { useRatingActions } from './use-rating-actions.ts';

/** @param position  of the unit in the rater's order; no number: the first that is open */
export function RatingView({
  sampleId,
  rater,
  position,
}: {
  readonly sampleId: string;
  readonly rater: string;
  readonly position: number;
}) {
  const session = useRating((state) => state.session);
  const unit = useRating((state) => state.unit);
  const error = useRating((state) => state.error);
  const isPlaced = Number.isInteger(position);
  useEffect(() => {
    void openSeat({ sampleId, rater });
  }, [sampleId, rater]);
  useEffect(() => leaveSeat, []);
  useEffect(() => {
    if (isPlaced) void showUnit({ sampleId, rater }, position);
  }, [sampleId, rater, isPlaced, position]);
  useEffect(() => {
    if (isPlaced || session === undefined) return;
    const at = String(session.next ?? 0);
    navigate({ view: { sample: sampleId, rater, at } }, { replace: true });
  }, [isPlaced, session, sampleId, rater]);
  const shown = latest(unit);
  useRatingActions({ sampleId, rater }, shown);
  if (unit.status === 'failed') return <ErrorText error={unit.error} />;
  if (shown === undefined) {
    return error === undefined ? (
      <Spinner label="Reading the sample" />
    ) : (
      <ErrorText error={error} />
    );
  }
  return (
    <div className={styles.view} data-position={shown.position}>
      <h1 className={styles.unseen}>Spot-check</h1>
      <div className={styles.columns} data-pair={shown.responses.length > 1 || undefined}>
        {/* cards made anew build their viewers when somebody rests on them: the text comes first */}
        <Column key={`task ${shown.key}`} label="Task" tone="task" sequence={shown.task} />
        <Column
          key={`reference ${shown.key}`}
          label="Reference"
          tone="reference"
          sequence={shown.reference}
        />
        <Responses unit={shown} />
      </div>
      <RatingPanel unit={shown} session={session} />
    </div>
  );
}

const LETTERS = ['A', 'B'] as const;
const TONES = ['a', 'b'] as const;

function Responses({ unit }: { readonly unit: BlindUnit }) {
  if (unit.isGone) {
    return (
      <section className={styles.column} aria-label="Response">
        <p className={styles.gone}>
          The response is no longer in the project. It is passed over: go on with j.
        </p>
      </section>
    );
  }
  const isPair = unit.responses.length > 1;
  return unit.responses.map((sequence, at) => (
    <Column
      key={`${unit.position}:${at}`}
      label={isPair ? `Response ${LETTERS[at] ?? ''}` : 'Response'}
      tone={TONES[at] ?? 'a'}
      sequence={sequence}
    />
  ));
}

/** Stays as it is while its response is rated. */
const Column = memo(function Column({
  label,
  tone,
  sequence,
}: {
  readonly label: string;
  readonly tone: Tone;
  readonly sequence: Sequence;
}) {
  return (
    <section className={styles.column} aria-label={label} data-tone={tone}>
      <h2>{label}</h2>
      <div className={styles.body} tabIndex={0} role="group" aria-label={`${label}, content`}>
        {sequence.segments.length === 0 ? (
          <p className={styles.empty}>It is empty.</p>
        ) : (
          <Interleaved sequence={sequence} tone={tone} services={blindServices} />
        )}
      </div>
    </section>
  );
});
