import type { PairPoints } from '../../../shared/model/comparison.ts';
import type { AnalysisData } from './data.ts';
import { modelNamed } from './figures.ts';
import { noteOfNoOverlap, noteOfOneModel, notesOfMetrics, notesOfScope } from './notes.ts';
import { pairFigures, type PairFigures } from './pair-figures.ts';

/** One metric of two models, point by point. */
export interface PointsTask {
  readonly indexes: Uint32Array;
  readonly a: string;
  readonly b: string;
  readonly metric: string;
  /** How many of the largest differences are wanted either way. */
  readonly gaps: number;
}

/** What {@link PairPoints} is, with places of instances instead of keys. */
export type IndexedPoints = Omit<PairPoints, 'keys' | 'gaps'> & {
  readonly indexes: Uint32Array;
  readonly gaps: Record<keyof PairPoints['gaps'], IndexedGap[]>;
};
export interface IndexedGap {
  readonly index: number;
  readonly a: number;
  readonly b: number;
  readonly delta: number;
}

/** Points of the scatter, and the largest gaps. */
export function comparePoints(data: AnalysisData, task: PointsTask): IndexedPoints {
  const { metric, indexes, gaps } = task;
  const [a, b] = [modelNamed(data.models, task.a), modelNamed(data.models, task.b)];
  const pair = pairFigures(a, b, metric, indexes);
  const notes = [...notesOfScope(data, indexes.length), ...notesOfMetrics(data, [metric])];
  if (a === b) notes.push(noteOfOneModel(a.name));
  if (pair.indexes.length === 0 && data.metrics.includes(metric) && indexes.length > 0)
    notes.push(noteOfNoOverlap(metric, a.name, b.name));
  return {
    a: a.name,
    b: b.name,
    metric,
    indexes: pair.indexes,
    xs: [...pair.as].map(sixDecimals),
    ys: [...pair.bs].map(sixDecimals),
    nOnlyA: pair.nOnlyA,
    nOnlyB: pair.nOnlyB,
    nNeither: pair.nNeither,
    gaps: { aBetter: largest(pair, gaps, 1), bBetter: largest(pair, gaps, -1) },
    notes,
  };
}

const sixDecimals = (value: number) => Math.round(value * 1e6) / 1e6;

/** The largest differences of one sign; equal ones in the order of the instances. */
function largest(pair: PairFigures, most: number, sign: 1 | -1): IndexedGap[] {
  const { differences, indexes, as, bs } = pair;
  const places = Uint32Array.from(differences.keys()).filter(
    (at) => (differences[at] ?? 0) * sign > 0,
  );
  return [...places.sort((x, y) => sign * ((differences[y] ?? 0) - (differences[x] ?? 0)) || x - y)]
    .slice(0, most)
    .map((at) => ({
      index: indexes[at] ?? 0,
      a: as[at] ?? 0,
      b: bs[at] ?? 0,
      delta: differences[at] ?? 0,
    }));
}
