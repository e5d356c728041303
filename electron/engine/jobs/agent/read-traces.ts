// Traces as the app reads them: piece by piece while they grow.
import { join, relative } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import type { AgentRunId, TraceRecord } from '../../../../shared/model/agent.ts';
import type { Item } from '../../../../shared/model/content.ts';
import { copyTrace, readTrace } from '../../agent/trace.ts';
import { getAgentItem, listItemsOf } from '../../db/agent-items.ts';
import { getAgentRun } from '../../db/agent-runs.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { findInstance } from '../../db/instances.ts';
import { listRoots } from '../../db/roots.ts';
import type { StoredItem } from '../../db/sequence-rows.ts';
import type { MediaReader } from '../../query/item-media.ts';
import { placesOf, tracePath } from './agent-places.ts';

/** One attempt at an instance. @throws AppError 'not-found' */
export function loadTrace(
  db: ReadableDb,
  media: () => MediaReader,
  {
    runId,
    key,
    attempt,
    after,
  }: {
    readonly runId: AgentRunId;
    readonly key: string;
    readonly attempt?: number | undefined;
    readonly after: number;
  },
) {
  const { item } = getAgentItem(db, runId, key);
  const wanted = attempt ?? item.attempts;
  if (wanted > item.attempts) {
    throw new AppError(
      'not-found',
      `Cannot read the trace: there are ${item.attempts} of this instance. "${key}"`,
    );
  }
  const read = readTrace(pathOf(db, runId, key, wanted));
  const records = read?.records ?? [];
  return {
    records: records.filter(({ seq }) => seq > after),
    attempt: wanted,
    attempts: item.attempts,
    items: listMade(db, runId, records, media()),
    unreadable: read?.unreadable ?? 0,
  };
}

/** Items as an answer has them; the newest of a tag. */
function listMade(
  db: ReadableDb,
  runId: AgentRunId,
  records: readonly TraceRecord[],
  media: MediaReader,
): Item[] {
  const { out } = getAgentRun(db, runId);
  const { base, files } = placesOf(out, runId);
  const rootId = listRoots(db).find(({ dir }) => dir === files)?.rowId;
  const made = new Map<string, StoredItem>();
  for (const record of records) {
    if (record.kind !== 'item') continue;
    const { tag, file, inline } = record;
    if (inline !== undefined) made.set(tag, { tag, value: inline, state: 'inline' });
    else if (file === undefined || rootId === undefined) made.delete(tag);
    else {
      const path = relative(files, join(base, file));
      made.set(tag, { tag, value: file, state: 'file', rootId, path });
    }
  }
  const place = { roots: [], field: '', subdomain: '', file: out };
  return media.items([...made.values()], place, new Map());
}

function pathOf(db: ReadableDb, runId: AgentRunId, key: string, attempt: number): string {
  const instance = findInstance(db, key);
  if (instance === undefined) {
    throw new AppError('not-found', `Cannot read the trace: there is no such instance. "${key}"`);
  }
  return tracePath(placesOf(getAgentRun(db, runId).out, runId), instance, attempt);
}

/** All traces of an instance, newest run first. */
export function listTracesOf(db: ReadableDb, key: string) {
  return listItemsOf(db, key).map(({ runId, item }) => {
    const { model, request, createdAt } = getAgentRun(db, runId);
    const { label } = request;
    return { runId, model, ...(label !== undefined && { label }), item, createdAt };
  });
}

/**
 * Begins another attempt with what stands before a node.
 *
 * @param resume  says that it is a re-run
 * @throws AppError 'not-found' where the trace has no such node
 */
export function branchTrace(
  db: ReadableDb,
  {
    runId,
    key,
    node,
    from,
    to,
    resume,
  }: {
    readonly runId: AgentRunId;
    readonly key: string;
    readonly node: string;
    readonly from: number;
    readonly to: number;
    readonly resume: (seq: number) => TraceRecord;
  },
): void {
  const records = readTrace(pathOf(db, runId, key, from))?.records ?? [];
  const kept = recordsBefore(records, node);
  if (kept === undefined) {
    throw new AppError(
      'not-found',
      `Cannot run again from "${node}": the trace has no such node. "${key}"`,
    );
  }
  const seq = (kept.at(-1)?.seq ?? -1) + 1;
  copyTrace(pathOf(db, runId, key, to), [...kept, resume(seq)]);
}

/** Captions and items are made side by side: of these only the one is done again. */
function recordsBefore(records: readonly TraceRecord[], node: string): TraceRecord[] | undefined {
  const begin = records.findLast((record) => record.kind === 'begin' && record.node === node);
  if (begin?.kind !== 'begin') return undefined;
  const { step } = begin;
  return records.filter((record) => {
    if (record.kind === 'finish') return false;
    const name = 'node' in record ? record.node : undefined;
    if (step === 'make') return name !== node;
    if (step === 'caption') {
      return record.kind === 'start' || (name?.startsWith('receive/') === true && name !== node);
    }
    return record.seq < begin.seq;
  });
}
