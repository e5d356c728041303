// Work by keys alone: the queue, the record as it reads, and what is to be said of it.
import { useEffect } from 'react';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { latest } from '../../../stores/async-data.ts';
import { loadQcOverview, queryQueue } from '../../../stores/qc-store.ts';
import {
  leaveQcRecord,
  showQcRecord,
  stepInQueue,
  useQcWork,
} from '../../../stores/qc-work-store.ts';
import { currentRoute, navigate, useRoute } from '../../../stores/route-store.ts';
import { withParts, type Seat } from '../seat.ts';
import { EditorPane } from './EditorPane.tsx';
import { QueuePane } from './QueuePane.tsx';
import { RecordPane } from './RecordPane.tsx';
import { useQcActions } from './use-qc-actions.ts';
import { VerdictPanel } from './VerdictPanel.tsx';
import styles from './WorkView.module.css';

export function WorkView({ seat }: { readonly seat: Seat }) {
  const key = useRoute((route) => route.view['record']);
  const state = useQcWork((store) => store.record);
  const isEditing = useQcWork((store) => store.draft !== undefined);
  const { name, phase, queue } = seat;
  const asked = JSON.stringify(queue);
  useEffect(() => {
    queryQueue(JSON.parse(asked) as Seat['queue']); // made just above
  }, [asked]);
  useEffect(() => void loadQcOverview(), []);
  useEffect(() => leaveQcRecord, []);
  useEffect(() => {
    if (key === undefined) void goToFirst(JSON.parse(asked) as Seat['queue']);
    else void showQcRecord(key, { name, phase });
  }, [key, name, phase, asked]);
  const record = key === undefined ? undefined : latest(state);
  useQcActions(seat, record);
  return (
    <div className={styles.view} data-key={record?.key}>
      <h1 className="visually-hidden">Dataset QC</h1>
      <QueuePane seat={seat} shown={key} />
      {state.status === 'failed' ? (
        <div className={styles.state}>
          <ErrorText error={state.error} />
        </div>
      ) : key === undefined ? (
        <p className={styles.state}>
          {NOTHING[phase]} Choose another part of the work on the left.
        </p>
      ) : record === undefined ? (
        <div className={styles.state}>
          <Spinner label="Reading the record" />
        </div>
      ) : (
        <>
          {isEditing ? <EditorPane record={record} /> : <RecordPane record={record} />}
          <VerdictPanel seat={seat} record={record} />
        </>
      )}
    </div>
  );
}

const NOTHING = {
  review: 'Nothing is left to review.',
  check: 'Nothing is left for you to check: what you reviewed yourself waits for another name.',
  decide: 'Nothing is left for you to decide: a third name does where two disagree.',
} as const;

async function goToFirst(queue: Seat['queue']): Promise<void> {
  const first = await stepInQueue(queue, undefined, 'next');
  const { view } = currentRoute();
  if (first !== undefined && view['record'] === undefined)
    navigate({ view: withParts(view, { record: first }) }, { replace: true });
}
