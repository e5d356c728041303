// Scoring runs: what one would do, what one is doing, and what came of those before. Progress comes by
// event; everything else is asked for.
import { create } from 'zustand';
import type { MethodInput, MethodOutput } from '../../shared/api/contract.ts';
import type { Run, RunId, RunPlan } from '../../shared/model/run.ts';
import type { UnscoredCode } from '../../shared/model/score.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { createThrottle } from './throttle.ts';

export type RunRequestInput = MethodInput<'runs.plan'>;

type RunDetail = MethodOutput<'runs.get'>;

interface RunsState {
  readonly runs: AsyncData<readonly Run[]>;
  readonly plan: AsyncData<RunPlan>;
  readonly detail: AsyncData<RunDetail>;
  /** Why the last command did nothing. */
  readonly commandError: ShownError | undefined;
}

export const useRuns = create<RunsState>(() => ({
  runs: idle,
  plan: idle,
  detail: idle,
  commandError: undefined,
}));

const runsLoader = createLoader<readonly Run[]>(
  () => useRuns.getState().runs,
  (runs) => useRuns.setState({ runs }),
);
const planLoader = createLoader<RunPlan>(
  () => useRuns.getState().plan,
  (plan) => useRuns.setState({ plan }),
);
const detailLoader = createLoader<RunDetail>(
  () => useRuns.getState().detail,
  (detail) => useRuns.setState({ detail }),
);

export function loadRuns(): Promise<void> {
  return runsLoader.run(async (signal) => (await api.call('runs.list', {}, signal)).runs);
}

export function planRun(request: RunRequestInput): Promise<void> {
  return planLoader.run(async (signal) => (await api.call('runs.plan', request, signal)).plan);
}

export function loadRun(runId: RunId): Promise<void> {
  if (latest(useRuns.getState().detail)?.run.id !== runId) detailLoader.reset();
  return detailLoader.run((signal) => api.call('runs.get', { runId }, signal));
}

/** @returns the new run; undefined when it was refused, and why is then in `commandError` */
export async function startRun(request: RunRequestInput): Promise<RunId | undefined> {
  return command(async () => (await api.call('runs.start', request)).runId);
}

export const pauseRun = (runId: RunId) => command(() => api.call('runs.pause', { runId }));
/** Goes on, with another budget where one is given. */
export const resumeRun = (runId: RunId, budgetUsd?: number) =>
  command(() =>
    api.call('runs.resume', { runId, ...(budgetUsd === undefined ? {} : { budgetUsd }) }),
  );
export const cancelRun = (runId: RunId) => command(() => api.call('runs.cancel', { runId }));
export const retryRun = (runId: RunId, code: UnscoredCode) =>
  command(() => api.call('runs.retry', { runId, code }));

async function command<T>(act: () => Promise<T>): Promise<T | undefined> {
  useRuns.setState({ commandError: undefined });
  try {
    return await act();
  } catch (error) {
    useRuns.setState({ commandError: toShownError(error) });
    return undefined;
  }
}

export function isActive(run: Run): boolean {
  return run.state === 'running' || run.state === 'planned';
}

/** The run that goes on; undefined when none does. */
export function useActiveRun(): Run | undefined {
  return useRuns((state) => latest(state.runs)?.find(isActive));
}

/** How far a run is, from 0 to 1. */
export function runShare({ totals: { planned, done } }: Run): number {
  return planned === 0 ? 0 : done / planned;
}

/** What each role used is asked for while a run goes on, but not for every event. */
const refreshDetail = createThrottle(() => {
  const shown = latest(useRuns.getState().detail);
  if (shown !== undefined) void loadRun(shown.run.id);
}, 1500);

/** Takes a run as it comes by event; what failed is asked for when it stops. */
function receiveRun(run: Run): void {
  const { runs, detail } = useRuns.getState();
  const known = latest(runs) ?? [];
  const isNew = !known.some((each) => each.id === run.id);
  const next = isNew ? [run, ...known] : known.map((each) => (each.id === run.id ? run : each));
  useRuns.setState({ runs: { status: 'ready', data: next } });
  const shown = latest(detail);
  if (shown?.run.id !== run.id) return;
  useRuns.setState({ detail: { status: 'ready', data: { ...shown, run } } });
  if (!isActive(run)) void loadRun(run.id);
  else if (run.spending.calls > shown.run.spending.calls) refreshDetail.call();
}

api.on('run.progress', receiveRun);
api.on('project.changed', () => {
  runsLoader.reset();
  planLoader.reset();
  detailLoader.reset();
});
