import type { QcRecord } from '../../../../shared/model/quality-control.ts';
import { useAction } from '../../../hooks/use-action.ts';
import {
  beginDraft,
  leaveDraft,
  sayOfRecord,
  showQcRecord,
  stepInQueue,
  undoOfRecord,
  useQcWork,
} from '../../../stores/qc-work-store.ts';
import { currentRoute, navigate } from '../../../stores/route-store.ts';
import { withParts, type Seat } from '../seat.ts';
import { openQcWords, showReading, toggleChanges } from './work-state.ts';

/** Goes on to the record beside one; at the end of the queue to its first, where there is one. */
export async function stepOn(
  { queue }: Seat,
  from: string | undefined,
  by: 'next' | 'previous',
  options: { readonly isSaid?: boolean } = {},
): Promise<void> {
  const beside = await stepInQueue(queue, from, by);
  const first =
    beside === undefined && options.isSaid === true
      ? await stepInQueue(queue, undefined, 'next')
      : undefined;
  const to = beside ?? first;
  if (to === undefined && options.isSaid !== true) return;
  const { view } = currentRoute();
  navigate({ view: withParts(view, { record: to }) }, { replace: true });
}

/** Says it and goes on. @returns false when it was refused */
export async function sayAndGoOn(
  seat: Seat,
  verdict: Parameters<typeof sayOfRecord>[1],
  reason = '',
): Promise<boolean> {
  // a field that is being typed in keeps what is in it when it is left
  if (verdict === 'revise' && document.activeElement instanceof HTMLElement)
    document.activeElement.blur();
  const said = await sayOfRecord(seat, verdict, reason);
  if (said === undefined) return false;
  // what is opened again is wanted at once
  if (verdict === 'reopen') await showQcRecord(said, seat);
  else await stepOn(seat, said, 'next', { isSaid: true });
  return true;
}

async function takeBack(seat: Seat): Promise<void> {
  const key = await undoOfRecord(seat.name);
  if (key === undefined) return;
  const { view } = currentRoute();
  if (view['record'] === key) await showQcRecord(key, seat);
  else navigate({ view: withParts(view, { record: key }) }, { replace: true });
}

function beginEditing(): void {
  showReading();
  beginDraft();
}

/** Everything that the work needs, by key. */
export function useQcActions(seat: Seat, record: QcRecord | undefined): void {
  const isEditing = useQcWork((store) => store.draft !== undefined);
  const isOpen = record !== undefined && record.refusal === undefined;
  const isFree = isOpen && !isEditing;
  useAction('qc.next', isEditing ? undefined : () => void stepOn(seat, record?.key, 'next'));
  useAction(
    'qc.previous',
    isEditing ? undefined : () => void stepOn(seat, record?.key, 'previous'),
  );
  useAction('qc.accept', isFree ? () => void sayAndGoOn(seat, 'accept') : undefined);
  useAction('qc.revise', isFree && seat.phase === 'review' ? beginEditing : undefined);
  useAction('qc.reject', isFree ? () => openQcWords('reject') : undefined);
  const hasRevision = record !== undefined && record.proposed !== record.original;
  useAction(
    'qc.original',
    isFree && seat.phase === 'decide' && hasRevision ? () => openQcWords('original') : undefined,
  );
  const isReopenable = record !== undefined && record.state !== 'open' && !isEditing;
  useAction('qc.reopen', isReopenable ? () => openQcWords('reopen') : undefined);
  useAction('qc.changes', hasRevision || isEditing ? toggleChanges : undefined);
  useAction('qc.keep', isEditing && isOpen ? () => void sayAndGoOn(seat, 'revise') : undefined);
  useAction('qc.undo', isEditing ? undefined : () => void takeBack(seat));
  useAction('qc.leave', isEditing ? leaveDraft : () => navigate({ view: {} }));
}
