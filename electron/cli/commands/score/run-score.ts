import type { Api } from '../../../../shared/api/client.ts';
import type { MethodInput } from '../../../../shared/api/contract.ts';
import { AppError } from '../../../../shared/api/errors.ts';
import type { Run } from '../../../../shared/model/run.ts';
import type { Terminal } from '../../terminal.ts';
import type { ScoreOptions } from './options.ts';
import type { EndedRun } from './print-run.ts';

/** @throws AppError 'not-found' for a model that the project does not have */
export async function requestOf(
  api: Api,
  options: ScoreOptions,
): Promise<MethodInput<'runs.plan'>> {
  const { models } = await api.call('models.list', {});
  const unknown = options.models?.find((name) => !models.some((model) => model.name === name));
  if (unknown !== undefined) {
    throw new AppError(
      'not-found',
      `Cannot score the model "${unknown}": the project has none of this name. It has ` +
        `${models.map(({ name }) => `"${name}"`).join(', ') || 'no models'}. "${options.project}"`,
    );
  }
  const { filter, metrics, concurrency, doverWeights } = options;
  return {
    filter: filter ?? {},
    models: options.models ?? [],
    metrics: metrics ?? [],
    settings: doverWeights === undefined ? {} : { doverWeights },
    ...(concurrency === undefined ? {} : { concurrency }),
    ...changesOf(options),
  };
}

/** What holds for a new run, and may be changed of one that is resumed. */
function changesOf({ endpoints, budget }: ScoreOptions) {
  return {
    ...(endpoints === undefined ? {} : { endpoints }),
    ...(budget === undefined ? {} : { budgetUsd: budget }),
  };
}

/**
 * Runs to the end, or to a budget.
 *
 * @throws AppError with what else ended the run
 */
export async function runScore(
  api: Api,
  options: ScoreOptions,
  terminal: Terminal,
): Promise<EndedRun> {
  const over = Promise.withResolvers<undefined>();
  const off = api.on('run.progress', (run) => {
    if (isOver(run)) over.resolve(undefined);
    else terminal.progress(run.totals.done / Math.max(1, run.totals.planned), label(run));
  });
  try {
    const runId = options.resume ? await resume(api, options) : await start(api, options);
    if (runId === undefined) {
      throw new AppError(
        'not-found',
        `Cannot resume: no run waits. Start one without "--resume". "${options.project}"`,
      );
    }
    await over.promise;
    const ended = await api.call('runs.get', { runId });
    const { error } = ended.run;
    if (error === undefined || error.code === 'budget-reached') return ended;
    throw new AppError(error.code, error.message);
  } finally {
    off();
  }
}

function isOver({ state, error }: Run): boolean {
  if (state === 'paused') return error !== undefined;
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

async function start(api: Api, options: ScoreOptions): Promise<number> {
  return (await api.call('runs.start', await requestOf(api, options))).runId;
}

const WAITING: readonly Run['state'][] = ['paused', 'failed', 'cancelled'];

async function resume(api: Api, options: ScoreOptions): Promise<number | undefined> {
  const { runs } = await api.call('runs.list', {});
  const runId = runs.find(({ state }) => WAITING.includes(state))?.id;
  if (runId !== undefined) await api.call('runs.resume', { runId, ...changesOf(options) });
  return runId;
}

function label({ totals, ratePerSecond, secondsLeft, spending }: Run): string {
  const rate = ratePerSecond > 0 ? ` · ${ratePerSecond.toFixed(1)}/s` : '';
  const left = secondsLeft === undefined ? '' : ` · ${Math.ceil(secondsLeft)} s left`;
  const { calls, costUsd } = spending;
  const cost = costUsd === undefined || calls === 0 ? '' : ` · $${costUsd.toFixed(2)}`;
  return `${totals.done}/${totals.planned} items · ${totals.scored} scored${rate}${cost}${left}`;
}
