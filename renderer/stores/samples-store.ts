// Samples of responses for spot-checks: those that were drawn, and what the one being planned would draw.
import { create } from 'zustand';
import type { MethodInput } from '../../shared/api/contract.ts';
import type { Sample, SamplePlan } from '../../shared/model/sample.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';
import { currentRoute } from './route-store.ts';
import { createThrottle } from './throttle.ts';

export type SampleDraftInput = MethodInput<'samples.draw'>;

interface SamplesState {
  readonly samples: AsyncData<readonly Sample[]>;
  readonly plan: AsyncData<SamplePlan>;
  /** Why the last command did nothing. */
  readonly error: ShownError | undefined;
  /** The name that was refused because somebody has it. */
  readonly takenName: string | undefined;
}

const start: SamplesState = { samples: idle, plan: idle, error: undefined, takenName: undefined };
export const useSamples = create<SamplesState>(() => start);

const listLoader = createLoader<readonly Sample[]>(
  () => useSamples.getState().samples,
  (samples) => useSamples.setState({ samples }),
);
const planLoader = createLoader<SamplePlan>(
  () => useSamples.getState().plan,
  (plan) => useSamples.setState({ plan }),
);

export function loadSamples(): Promise<void> {
  return listLoader.run(async (signal) => (await api.call('samples.list', {}, signal)).samples);
}

export function planSample(draft: SampleDraftInput): Promise<void> {
  return planLoader.run(async (signal) => (await api.call('samples.plan', draft, signal)).plan);
}

/** @returns the sample's id; undefined when it was refused */
export function drawSample(draft: SampleDraftInput): Promise<string | undefined> {
  return command(async () => {
    const { sample } = await api.call('samples.draw', draft);
    await loadSamples();
    return sample.id;
  });
}

export function removeSample(sampleId: string): Promise<boolean | undefined> {
  return command(async () => {
    await api.call('samples.remove', { sampleId });
    await loadSamples();
    return true;
  });
}

/**
 * Sits down at a sample.
 *
 * @param isReturning  the name is there already, and it is the same person
 * @returns the name as it is kept; undefined when it was refused
 */
export function joinSample(
  sampleId: string,
  rater: string,
  isReturning: boolean,
): Promise<string | undefined> {
  useSamples.setState({ takenName: undefined });
  return command(async () => {
    const { session } = await api.call('ratings.join', { sampleId, rater, isReturning });
    return session.rater;
  }, rater);
}

async function command<T>(run: () => Promise<T>, name?: string): Promise<T | undefined> {
  useSamples.setState({ error: undefined });
  try {
    return await run();
  } catch (error) {
    const shown = toShownError(error);
    const isName = name !== undefined && shown.code === 'bad-input';
    useSamples.setState({ error: shown, ...(isName ? { takenName: name } : {}) });
    return undefined;
  }
}

/** What was refused for one sample is no matter of another. */
export function clearSampleError(): void {
  useSamples.setState({ error: undefined, takenName: undefined });
}

/** Not while somebody rates: nothing is to be between two keys. */
const isShown = () => {
  const { screen, view } = currentRoute();
  return screen === 'spot-check' && view['at'] === undefined;
};
const throttle = createThrottle(() => {
  if (isShown()) void loadSamples();
}, 1000);
api.on('samples.changed', throttle.call);
api.on('ratings.changed', throttle.call);
api.on('data.changed', throttle.call);
api.on('project.changed', () => {
  throttle.cancel();
  listLoader.reset();
  planLoader.reset();
  useSamples.setState(start);
});
