// Aggregates of the set that the filter leaves: the leaderboard, the heat map, the radar and the gradient.
// Asked for by the overview; asked again, in its own time, when figures change while it is shown.
import { create } from 'zustand';
import type {
  DifficultyGradient,
  HeatBy,
  HeatMatrix,
  Leaderboard,
} from '../../shared/model/analysis.ts';
import type { InstanceFilter } from '../../shared/model/filter.ts';
import type { GroupBy } from '../../shared/model/report.ts';
import { api } from '../api/index.ts';
import { createAskedLoader, type Answered } from './asked-loader.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { createThrottle } from './throttle.ts';

export interface LeaderboardQuestion {
  readonly filter: InstanceFilter;
  readonly groupBy: GroupBy | undefined;
}

export interface HeatQuestion {
  readonly filter: InstanceFilter;
  readonly by: HeatBy;
  readonly metric: string;
  readonly mode: 'abs' | 'rel';
  /** All when empty. */
  readonly models: readonly string[];
}

export type GradientQuestion = Omit<HeatQuestion, 'by' | 'mode'>;

interface AnalysisState {
  readonly leaderboard: AsyncData<Answered<LeaderboardQuestion, Leaderboard>>;
  readonly heat: AsyncData<Answered<HeatQuestion, HeatMatrix>>;
  readonly radar: AsyncData<Answered<HeatQuestion, HeatMatrix>>;
  readonly gradient: AsyncData<Answered<GradientQuestion, DifficultyGradient>>;
}

export const useAnalysis = create<AnalysisState>(() => ({
  leaderboard: idle,
  heat: idle,
  radar: idle,
  gradient: idle,
}));

const leaderboardLoader = createAskedLoader<LeaderboardQuestion, Leaderboard>(
  () => useAnalysis.getState().leaderboard,
  (leaderboard) => useAnalysis.setState({ leaderboard }),
  async ({ filter, groupBy }, signal) => {
    const question = { filter, ...(groupBy === undefined ? {} : { groupBy }) };
    return (await api.call('analysis.leaderboard', question, signal)).leaderboard;
  },
);

const heatLoaderOf = (place: 'heat' | 'radar') =>
  createAskedLoader<HeatQuestion, HeatMatrix>(
    () => useAnalysis.getState()[place],
    (state) => useAnalysis.setState({ [place]: state }),
    async (question, signal) => {
      const asked = { ...question, models: [...question.models] };
      return (await api.call('analysis.heat', asked, signal)).heat;
    },
  );
const heatLoader = heatLoaderOf('heat');
const radarLoader = heatLoaderOf('radar');

const gradientLoader = createAskedLoader<GradientQuestion, DifficultyGradient>(
  () => useAnalysis.getState().gradient,
  (gradient) => useAnalysis.setState({ gradient }),
  async (question, signal) => {
    const asked = { ...question, models: [...question.models] };
    return (await api.call('analysis.gradient', asked, signal)).gradient;
  },
);

export const askLeaderboard = leaderboardLoader.ask;
export const askHeat = heatLoader.ask;
export const askRadar = radarLoader.ask;
export const askGradient = gradientLoader.ask;
const LOADERS = [leaderboardLoader, heatLoader, radarLoader, gradientLoader];

let isShown = false;
let isOutdated = false;

/** Says that the overview is shown; what changed meanwhile is asked for again. @returns the end of it */
export function showAnalysis(): () => void {
  isShown = true;
  if (isOutdated) refresh.call();
  return () => {
    isShown = false;
  };
}

/** During an import or a run the figures change many times a second. */
const refresh = createThrottle(() => {
  isOutdated = !isShown;
  if (isShown) for (const loader of LOADERS) loader.again();
}, 1500);

api.on('data.changed', () => refresh.call());
api.on('settings.changed', () => refresh.call());
// only the leaderboard has intervals that come later
api.on('analysis.changed', () => {
  if (latest(useAnalysis.getState().leaderboard)?.answer.isComplete === false)
    leaderboardLoader.again();
});
api.on('project.changed', () => {
  refresh.cancel();
  for (const loader of LOADERS) loader.reset();
});
