import type { AnalysisNote } from '../../../shared/model/analysis.ts';
import type { Slice, SliceDimension, SliceReport } from '../../../shared/model/comparison.ts';
import { mean } from '../../../shared/stats/mean.ts';
import { benjaminiHochberg, holm } from '../../../shared/stats/multiple-tests.ts';
import {
  hedgesG,
  studentInterval,
  welchOfMoments,
  welchStatistic,
} from '../../../shared/stats/welch.ts';
import type { AnalysisData, AnalysisModel } from './data.ts';
import { modelNamed } from './figures.ts';
import { noteOfNoOverlap, noteOfOneModel, notesOfMetrics, notesOfScope } from './notes.ts';
import { pairFigures, type PairFigures } from './pair-figures.ts';
import { listFeatures, type Feature, type SliceFeatures } from './slice-features.ts';
import { countSlices, namesOf, partsOf, type CountedSlice } from './slice-table.ts';

/** Slices of A − B, or of A alone. */
export interface SlicesTask {
  readonly indexes: Uint32Array;
  readonly a: string;
  readonly b: string | undefined;
  readonly metric: string;
  readonly dimensions: readonly SliceDimension[];
  /** Characters of each task; empty unless `length` is among the dimensions. */
  readonly lengths: Float64Array;
  readonly depth: number;
  readonly minSupport: number;
  readonly limit: number;
}

/** What {@link SliceReport} is, with features instead of filters. */
export type FeaturedSlices = Omit<SliceReport, 'slices'> & {
  readonly slices: (Omit<Slice, 'filter' | 'terms'> & { readonly features: Feature[] })[];
};

/** A false discovery in twenty is borne in the list that stands first. */
const LEVEL = 0.05;

/** Finds the slices that differ most from everything outside of them. */
export function compareSlices(data: AnalysisData, task: SlicesTask): FeaturedSlices {
  const { metric, indexes, minSupport, limit } = task;
  const a = modelNamed(data.models, task.a);
  const b = task.b === undefined ? undefined : modelNamed(data.models, task.b);
  const pair = b === undefined ? ofOne(a, metric, indexes) : pairFigures(a, b, metric, indexes);
  const values = pair.differences;
  const known = listFeatures(
    { data, indexes: pair.indexes, lengths: task.lengths },
    task.dimensions,
  );
  const { slices, nTooSmall } = countSlices(known, values, task);
  const tested = testAll(slices);
  const overall = mean(values);
  return {
    a: a.name,
    ...(b === undefined ? {} : { b: b.name }),
    metric,
    overall: { n: values.length, ...(overall === undefined ? {} : { mean: overall }) },
    slices: ranked(tested, namesOf(known.features.length))
      .slice(0, limit)
      .map((slice) => describe(slice, known, pair, b !== undefined)),
    nTested: slices.length,
    nTooSmall,
    minSupport,
    notes: notesOf(data, task, pair, slices.length),
  };
}

/** One model's figures, in the place of differences. */
function ofOne(model: AnalysisModel, metric: string, indexes: Uint32Array): PairFigures {
  const scores = model.scores.get(metric);
  const own = indexes.filter((index) => !Number.isNaN(scores?.[index] ?? Number.NaN));
  const as = Float64Array.from(own, (index) => scores?.[index] ?? 0);
  const nNeither = indexes.length - own.length;
  const none = new Float64Array(0);
  return { metric, indexes: own, as, bs: none, differences: as, nOnlyA: 0, nOnlyB: 0, nNeither };
}

interface Tested extends CountedSlice {
  readonly contrast: number;
  readonly p: number;
  readonly pHolm: number;
  readonly pBh: number;
}

function testAll(slices: readonly CountedSlice[]): Tested[] {
  const tests = slices.map(({ inside, outside }) => welchStatistic(inside, outside));
  const probabilities = tests.map(({ p }) => p);
  const [holms, shares] = [holm(probabilities), benjaminiHochberg(probabilities)];
  return slices.map((slice, at) => ({
    ...slice,
    contrast: tests[at]?.difference ?? 0,
    p: probabilities[at] ?? 1,
    pHolm: holms[at] ?? 1,
    pBh: shares[at] ?? 1,
  }));
}

/** See `SliceReport.slices`. */
function ranked(
  slices: readonly Tested[],
  nameOf: (members: readonly number[]) => number,
): Tested[] {
  const byName = new Map(slices.map((slice) => [nameOf(slice.members), slice]));
  const isCovered = ({ members, contrast }: Tested) =>
    widerOf(members).some((part) => {
      const wider = byName.get(nameOf(part));
      return (
        wider !== undefined &&
        wider.pBh < LEVEL &&
        wider.contrast * contrast > 0 &&
        Math.abs(wider.contrast) >= Math.abs(contrast)
      );
    });
  const size = ({ contrast }: Tested) => Math.abs(contrast);
  return slices
    .filter((slice) => !isCovered(slice))
    .sort((x, y) => {
      const [isOne, isOther] = [x.pBh < LEVEL, y.pBh < LEVEL];
      if (isOne !== isOther) return isOne ? -1 : 1;
      return isOne ? size(y) - size(x) : x.p - y.p || size(y) - size(x);
    });
}

/** All slices that hold this one. */
function widerOf(members: readonly number[]): number[][] {
  return partsOf(members).flatMap((part) => [part, ...widerOf(part)]);
}

function describe(
  slice: Tested,
  { features, held }: SliceFeatures,
  pair: PairFigures,
  isPair: boolean,
): FeaturedSlices['slices'][number] {
  const { members, inside, outside, contrast, p, pHolm, pBh } = slice;
  const own = [...held.keys()].filter((at) =>
    members.every((member) => held[at]?.includes(member) === true),
  );
  const meanOf = (values: Float64Array) =>
    own.reduce((sum, at) => sum + (values[at] ?? 0), 0) / own.length;
  const [low, high] = studentInterval(inside);
  const [contrastLow, contrastHigh] = welchOfMoments(inside, outside).ci95;
  return {
    features: members.flatMap((member) => features[member] ?? []),
    n: inside.n,
    meanA: meanOf(pair.as),
    ...(isPair ? { meanB: meanOf(pair.bs) } : {}),
    mean: inside.mean,
    ci95: [low, high],
    contrast,
    contrastCi95: [contrastLow, contrastHigh],
    effect: hedgesG(inside, outside),
    p,
    pHolm,
    pBh,
  };
}

function notesOf(
  data: AnalysisData,
  { a, b, metric, indexes, minSupport }: SlicesTask,
  pair: PairFigures,
  nTested: number,
): AnalysisNote[] {
  const notes = [...notesOfScope(data, indexes.length), ...notesOfMetrics(data, [metric])];
  if (notes.length > 0) return notes;
  if (a === b) return [noteOfOneModel(a)];
  const n = pair.indexes.length;
  if (n === 0 && b !== undefined) return [noteOfNoOverlap(metric, a, b)];
  if (n === 0) {
    const message = `"${a}" has no figure of ${metric} on these instances.`;
    return [{ code: 'no-figures', metric, models: [a], message }];
  }
  if (nTested > 0) return [];
  const message = `No slice of the ${n} instances with a figure holds ${minSupport} and leaves ${minSupport} outside: ask for a smaller support, or fewer dimensions.`;
  return [{ code: 'low-support', metric, message }];
}
