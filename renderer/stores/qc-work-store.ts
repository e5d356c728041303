// Somebody at work on one record: what is shown, what is being rewritten, and what is said. Sayings go one
// after another, so that keys pressed quickly mean what they would have meant slowly.
import { create } from 'zustand';
import type {
  QcPhase,
  QcPreview,
  QcRecord,
  QcVerdict,
} from '../../shared/model/quality-control.ts';
import { api } from '../api/index.ts';
import { toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import type { QcQueue } from './qc-store.ts';

/** Who works, in which phase. */
export interface QcSeat {
  readonly name: string;
  readonly phase: QcPhase;
}

interface QcWorkState {
  readonly record: AsyncData<QcRecord>;
  /** The text being rewritten; undefined: nothing is. */
  readonly draft: string | undefined;
  /** How the draft would be read; undefined while that is not known yet. */
  readonly preview: QcPreview | undefined;
  readonly isSaying: boolean;
  readonly error: ShownError | undefined;
}

const start: QcWorkState = {
  record: idle,
  draft: undefined,
  preview: undefined,
  isSaying: false,
  error: undefined,
};
export const useQcWork = create<QcWorkState>(() => start);

let wanted: string | undefined;
/** What was begun and left, by record and what it was begun from. */
const drafts = new Map<string, string>();
const draftName = ({ key, hash }: QcRecord) => `${key} ${hash}`;

export async function showQcRecord(
  key: string,
  { name, phase }: { readonly name: string; readonly phase: QcPhase },
): Promise<void> {
  const own = JSON.stringify([key, name, phase]);
  const isSame = wanted === own;
  wanted = own;
  const previous = latest(useQcWork.getState().record);
  useQcWork.setState({
    record: previous === undefined ? { status: 'loading' } : { status: 'loading', previous },
    ...(isSame ? {} : { error: undefined, draft: undefined, preview: undefined }),
  });
  try {
    const { record } = await api.call('qc.record', { key, name, phase });
    if (wanted === own) useQcWork.setState({ record: { status: 'ready', data: record } });
  } catch (error) {
    if (wanted === own)
      useQcWork.setState({ record: { status: 'failed', error: toShownError(error) } });
  }
}

export function leaveQcRecord(): void {
  wanted = undefined;
  useQcWork.setState(start);
}

/** Begins to rewrite, where it was left. */
export function beginDraft(): void {
  const record = latest(useQcWork.getState().record);
  if (record === undefined) return;
  setDraft(drafts.get(draftName(record)) ?? record.draft);
}

let previewing: AbortController | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const PAUSE_MS = 120;

/** Keeps what was written and has it read behind a pause in the typing. */
export function setDraft(draft: string): void {
  const record = latest(useQcWork.getState().record);
  if (record === undefined) return;
  drafts.set(draftName(record), draft);
  useQcWork.setState({ draft });
  clearTimeout(timer);
  timer = setTimeout(() => void readPreview(record.key, draft), PAUSE_MS);
}

async function readPreview(key: string, text: string): Promise<void> {
  previewing?.abort();
  const aborter = new AbortController();
  previewing = aborter;
  try {
    const { preview } = await api.call('qc.preview', { key, text }, aborter.signal);
    if (useQcWork.getState().draft === text) useQcWork.setState({ preview });
  } catch (error) {
    if (!aborter.signal.aborted) useQcWork.setState({ error: toShownError(error) });
  }
}

/** Leaves the editor; what was written comes back when it is opened again. */
export function leaveDraft(): void {
  clearTimeout(timer);
  useQcWork.setState({ draft: undefined, preview: undefined });
}

/** @returns the record that was spoken of; undefined when it was refused */
export async function sayOfRecord(
  { name, phase }: QcSeat,
  verdict: QcVerdict,
  reason = '',
): Promise<string | undefined> {
  const { record: shown, draft, isSaying } = useQcWork.getState();
  if (shown.status !== 'ready' || isSaying) return undefined;
  const { key, hash } = shown.data;
  const text = verdict === 'revise' && draft !== undefined ? { text: draft } : {};
  useQcWork.setState({ isSaying: true, error: undefined });
  try {
    await api.call('qc.say', { key, name, phase, verdict, reason, hash, ...text });
    drafts.delete(draftName(shown.data));
    useQcWork.setState({ draft: undefined, preview: undefined });
    return key;
  } catch (error) {
    useQcWork.setState({ error: toShownError(error) });
    return undefined;
  } finally {
    useQcWork.setState({ isSaying: false });
  }
}

/** Takes back what was said last. @returns the record that it was of */
export async function undoOfRecord(name: string): Promise<string | undefined> {
  useQcWork.setState({ error: undefined });
  try {
    return (await api.call('qc.undo', { name })).key;
  } catch (error) {
    useQcWork.setState({ error: toShownError(error) });
    return undefined;
  }
}

/** The record beside one in the queue. */
export async function stepInQueue(
  queue: QcQueue,
  from: string | undefined,
  by: 'next' | 'previous',
): Promise<string | undefined> {
  try {
    const at = from === undefined ? {} : { from };
    return (await api.call('qc.step', { ...queue, ...at, by })).key;
  } catch (error) {
    useQcWork.setState({ error: toShownError(error) });
    return undefined;
  }
}

/** Where a record stands in the queue; undefined when it is not in it. */
export async function placeInQueue(queue: QcQueue, from: string): Promise<number | undefined> {
  return (await api.call('qc.step', { ...queue, from, by: 'same' })).position;
}

api.on('project.changed', () => {
  drafts.clear();
  leaveQcRecord();
});
