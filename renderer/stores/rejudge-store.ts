// What judging a few again would ask and cost, before anyone starts it.
import { create } from 'zustand';
import type { RunPlan } from '../../shared/model/run.ts';
import { api } from '../api/index.ts';
import { createLoader } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';
import type { RunRequestInput } from './runs-store.ts';

export const useRejudge = create<{ readonly plan: AsyncData<RunPlan> }>(() => ({ plan: idle }));

const loader = createLoader<RunPlan>(
  () => useRejudge.getState().plan,
  (plan) => useRejudge.setState({ plan }),
);

export function planRejudging(request: RunRequestInput): Promise<void> {
  return loader.run(async (signal) => (await api.call('runs.plan', request, signal)).plan);
}

export const forgetRejudging = () => loader.reset();
