import type { Api } from '../../../../shared/api/client.ts';
import type { MethodInput } from '../../../../shared/api/contract.ts';
import { AppError } from '../../../../shared/api/errors.ts';
import type { AgentRun } from '../../../../shared/model/agent.ts';
import type { Spending } from '../../../../shared/model/judge.ts';
import type { Terminal } from '../../terminal.ts';
import type { UnimaOptions } from './options.ts';

export interface EndedUnima {
  readonly run: AgentRun;
  readonly spending: readonly Spending[];
}

/** What a new run is asked for. */
export function requestOf(options: UnimaOptions): MethodInput<'agent.start'> {
  const { filter = {}, ablate = [], model, concurrency, maxRounds, label, allowMissing } = options;
  const { out } = options;
  return {
    filter,
    ablate,
    ...(out !== undefined && { out }),
    ...(model !== undefined && { model }),
    ...(concurrency !== undefined && { concurrency }),
    ...(maxRounds !== undefined && { maxRounds }),
    ...(label !== undefined && { label }),
    ...(allowMissing !== undefined && { allowMissing }),
    ...changesOf(options),
  };
}

/** What holds for a new run, and may be changed of one that is resumed. */
function changesOf({ endpoints, commands, budget }: UnimaOptions) {
  return {
    ...(endpoints !== undefined && { endpoints }),
    ...(commands !== undefined && { commands }),
    ...(budget !== undefined && { budgetUsd: budget }),
  };
}

/**
 * Runs to the end, or to a budget.
 *
 * @throws AppError with what else ended the run
 */
export async function runUnima(
  api: Api,
  options: UnimaOptions,
  terminal: Terminal,
): Promise<EndedUnima> {
  const over = Promise.withResolvers<undefined>();
  const off = api.on('agent.progress', (run) => {
    const { totals } = run;
    if (isOver(run)) over.resolve(undefined);
    else terminal.progress(totals.done / Math.max(1, totals.planned), labelOf(run));
  });
  try {
    const runId = options.resume ? await resume(api, options) : await start(api, options);
    const { run } = await api.call('agent.get', { runId });
    if (!isOver(run)) await over.promise;
    const ended = await api.call('agent.get', { runId });
    const { error } = ended.run;
    if (error === undefined || error.code === 'budget-reached') return ended;
    throw new AppError(error.code, error.message);
  } finally {
    off();
  }
}

function isOver({ state, error }: AgentRun): boolean {
  if (state === 'paused') return error !== undefined;
  return state !== 'running';
}

function labelOf({ totals }: AgentRun): string {
  return `${totals.done} of ${totals.planned}, ${totals.passed} passed`;
}

async function start(api: Api, options: UnimaOptions): Promise<number> {
  return (await api.call('agent.start', requestOf(options))).runId;
}

async function resume(api: Api, options: UnimaOptions): Promise<number> {
  const { runs } = await api.call('agent.list', {});
  const waiting = runs.find(({ state }) => state !== 'done' && state !== 'running');
  if (waiting === undefined) {
    throw new AppError(
      'not-found',
      `Cannot resume: no run of the agent waits. Start one without "--resume". "${options.project}"`,
    );
  }
  await api.call('agent.resume', { runId: waiting.id, ...changesOf(options) });
  return waiting.id;
}
