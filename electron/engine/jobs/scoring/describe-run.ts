import type { SpendingTotals } from '../../../../shared/model/judge.ts';
import type { EndpointWait, Run, RunFailure } from '../../../../shared/model/run.ts';
import type { UnscoredCode } from '../../../../shared/model/score.ts';
import type { FailureGroup } from '../../db/run-items.ts';
import type { StoredRun } from '../../db/runs.ts';
import { describeItem } from './describe-item.ts';
import type { ItemFinder } from './find-item.ts';

/** A run that nobody works on has been cut off, whatever its last state says. */
export function toRun(
  stored: StoredRun,
  spending: SpendingTotals,
  isGoing: boolean,
  now: { readonly ratePerSecond?: number; readonly waiting?: EndpointWait | undefined } = {},
): Run {
  const { ratePerSecond = 0, waiting } = now;
  const { id, createdAt, finishedAt, request, totals, seconds, concurrency, error } = stored;
  const { budgetUsd } = request;
  const isLeft = stored.state === 'running' || stored.state === 'planned';
  const left = totals.planned - totals.done;
  return {
    id,
    createdAt,
    ...(finishedAt === undefined ? {} : { finishedAt }),
    state: isLeft && !isGoing ? 'paused' : stored.state,
    metrics: request.metrics,
    models: request.models,
    filter: request.filter,
    settings: request.settings,
    totals,
    seconds,
    ratePerSecond,
    ...(ratePerSecond > 0 ? { secondsLeft: left / ratePerSecond } : {}),
    concurrency,
    spending,
    ...(budgetUsd === undefined ? {} : { budgetUsd }),
    ...(error === undefined ? {} : { error }),
    ...(waiting === undefined || stored.state !== 'running' ? {} : { waiting }),
  };
}

/** Trying again cannot help where nothing computes it, or where the file is of another kind. */
const FINAL: ReadonlySet<UnscoredCode> = new Set(['not-run', 'unsupported']);

/** Why items of a run have no figure, for people. */
export function toFailure(group: FailureGroup, find: ItemFinder): RunFailure {
  const { code, reason, count, key, model, tag, metric, response } = group;
  const example = describeItem({ key, model, tag, metric }, response, find);
  return { code, reason, count, example, canRetry: !FINAL.has(code) };
}
