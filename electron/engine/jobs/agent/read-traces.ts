// Traces as the app reads them: piece by piece while they grow.
import { AppError } from '../../../../shared/api/errors.ts';
import type { AgentRunId, TraceRecord } from '../../../../shared/model/agent.ts';
import { copyTrace, readTrace } from '../../agent/trace.ts';
import { getAgentItem, listItemsOf } from '../../db/agent-items.ts';
import { getAgentRun } from '../../db/agent-runs.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { findInstance } from '../../db/instances.ts';
import { placesOf, tracePath } from './agent-places.ts';

/** One attempt at an instance. @throws AppError 'not-found' */
export function loadTrace(
  db: ReadableDb,
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
  return {
    records: (read?.records ?? []).filter(({ seq }) => seq > after),
    attempt: wanted,
    attempts: item.attempts,
    unreadable: read?.unreadable ?? 0,
  };
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
