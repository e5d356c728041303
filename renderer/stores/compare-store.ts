// Two models (or up to four) against each other over the set that the filter leaves. Asked for by the
// comparison; asked again, in its own time, when figures change while it is shown.
import { create } from 'zustand';
import type {
  FlipReport,
  ModelMatrix,
  PairComparison,
  PairPoints,
  SliceDimension,
  SliceReport,
} from '../../shared/model/comparison.ts';
import type { InstanceFilter } from '../../shared/model/filter.ts';
import { api } from '../api/index.ts';
import { createAskedLoader, type Answered } from './asked-loader.ts';
import { idle, type AsyncData } from './async-data.ts';
import { createThrottle } from './throttle.ts';

/** Two models over a set. */
export interface PairQuestion {
  readonly a: string;
  readonly b: string;
  readonly filter: InstanceFilter;
  readonly threshold: number;
}

export interface PointsQuestion extends Omit<PairQuestion, 'threshold'> {
  readonly metric: string;
}

/** Without B, slices of the one model. */
export interface SlicesQuestion {
  readonly a: string;
  readonly b: string | undefined;
  readonly filter: InstanceFilter;
  readonly metric: string;
  readonly dimensions: readonly SliceDimension[];
  readonly depth: number;
  readonly minSupport: number;
}

export interface FlipsQuestion extends Omit<PairQuestion, 'threshold'> {
  readonly judge: string;
  readonly quality: string;
}

export interface MatrixQuestion {
  readonly models: readonly string[];
  readonly filter: InstanceFilter;
}

/** Points as they are drawn: figures in typed arrays. */
export interface ComparedPoints extends Omit<PairPoints, 'xs' | 'ys'> {
  readonly as: Float64Array;
  readonly bs: Float64Array;
}

interface CompareState {
  readonly pair: AsyncData<Answered<PairQuestion, PairComparison>>;
  readonly points: AsyncData<Answered<PointsQuestion, ComparedPoints>>;
  readonly slices: AsyncData<Answered<SlicesQuestion, SliceReport>>;
  readonly flips: AsyncData<Answered<FlipsQuestion, FlipReport>>;
  readonly matrix: AsyncData<Answered<MatrixQuestion, ModelMatrix>>;
}

export const useCompare = create<CompareState>(() => ({
  pair: idle,
  points: idle,
  slices: idle,
  flips: idle,
  matrix: idle,
}));

const pairLoader = createAskedLoader<PairQuestion, PairComparison>(
  () => useCompare.getState().pair,
  (pair) => useCompare.setState({ pair }),
  async (question, signal) => (await api.call('compare.pair', question, signal)).comparison,
);

const pointsLoader = createAskedLoader<PointsQuestion, ComparedPoints>(
  () => useCompare.getState().points,
  (points) => useCompare.setState({ points }),
  async (question, signal) => {
    const { xs, ys, ...points } = (await api.call('compare.points', question, signal)).points;
    return { ...points, as: Float64Array.from(xs), bs: Float64Array.from(ys) };
  },
);

const slicesLoader = createAskedLoader<SlicesQuestion, SliceReport>(
  () => useCompare.getState().slices,
  (slices) => useCompare.setState({ slices }),
  async ({ b, dimensions, ...rest }, signal) => {
    const question = { ...rest, dimensions: [...dimensions], ...(b === undefined ? {} : { b }) };
    return (await api.call('compare.slices', question, signal)).report;
  },
);

const flipsLoader = createAskedLoader<FlipsQuestion, FlipReport>(
  () => useCompare.getState().flips,
  (flips) => useCompare.setState({ flips }),
  async (question, signal) => (await api.call('compare.flips', question, signal)).report,
);

const matrixLoader = createAskedLoader<MatrixQuestion, ModelMatrix>(
  () => useCompare.getState().matrix,
  (matrix) => useCompare.setState({ matrix }),
  async ({ models, filter }, signal) =>
    (await api.call('compare.matrix', { models: [...models], filter }, signal)).matrix,
);

export const askPair = pairLoader.ask;
export const askPoints = pointsLoader.ask;
export const askSlices = slicesLoader.ask;
export const askFlips = flipsLoader.ask;
export const askMatrix = matrixLoader.ask;
const LOADERS = [pairLoader, pointsLoader, slicesLoader, flipsLoader, matrixLoader];

let isShown = false;
let isOutdated = false;

/** Says that the comparison is shown; what changed meanwhile is asked for again. @returns the end of it */
export function showComparison(): () => void {
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
api.on('project.changed', () => {
  refresh.cancel();
  for (const loader of LOADERS) loader.reset();
});
