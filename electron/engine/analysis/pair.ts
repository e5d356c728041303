import type { AnalysisNote } from '../../../shared/model/analysis.ts';
import type { PairComparison, PairedTest, PairMetric } from '../../../shared/model/comparison.ts';
import { meanInterval } from '../../../shared/stats/interval.ts';
import { mean } from '../../../shared/stats/mean.ts';
import { holm } from '../../../shared/stats/multiple-tests.ts';
import { signTest, wilcoxonSignedRank } from '../../../shared/stats/paired-tests.ts';
import type { AnalysisData, AnalysisModel } from './data.ts';
import { modelNamed } from './figures.ts';
import {
  noteOfNoOverlap,
  noteOfOne,
  noteOfOneModel,
  noteOfTies,
  notesOfMetrics,
  notesOfScope,
} from './notes.ts';
import { pairFigures, type PairFigures } from './pair-figures.ts';

/** Two models over some instances; of no metric in particular means of all. */
export interface PairTask {
  readonly indexes: Uint32Array;
  readonly a: string;
  readonly b: string;
  readonly metrics: readonly string[];
  readonly threshold: number;
}

/** Paired differences of every metric, first minus second. */
export function comparePair(data: AnalysisData, task: PairTask): PairComparison {
  const { indexes, threshold } = task;
  const [a, b] = [modelNamed(data.models, task.a), modelNamed(data.models, task.b)];
  const metrics = task.metrics.length === 0 ? metricsOfEither(data, a, b) : task.metrics;
  const pairs = metrics.map((metric) => pairFigures(a, b, metric, indexes));
  const tests = withHolm(pairs.map(testPair));
  const notes = [...notesOfScope(data, indexes.length), ...notesOfMetrics(data, metrics)];
  if (a === b) notes.push(noteOfOneModel(a.name));
  return {
    a: a.name,
    b: b.name,
    instances: indexes.length,
    threshold,
    metrics: pairs.map((pair, at): PairMetric => ({
      metric: pair.metric,
      ...meansOf(pair),
      ...(tests[at] ?? testPair(pair)),
      nOnlyA: pair.nOnlyA,
      nOnlyB: pair.nOnlyB,
      improved: count(pair.differences, (difference) => difference <= -threshold + ROUNDING),
      regressed: count(pair.differences, (difference) => difference >= threshold - ROUNDING),
    })),
    notes: [...notes, ...pairs.flatMap((pair) => notesOfPair(data, pair, a.name, b.name))],
  };
}

/** 0.8 − 0.7 is a tenth. */
const ROUNDING = 1e-9;

function metricsOfEither(data: AnalysisData, a: AnalysisModel, b: AnalysisModel): string[] {
  return data.metrics.filter((metric) => a.scores.has(metric) || b.scores.has(metric));
}

function meansOf({ as, bs }: PairFigures): Pick<PairMetric, 'meanA' | 'meanB'> {
  const [meanA, meanB] = [mean(as), mean(bs)];
  return meanA === undefined || meanB === undefined ? {} : { meanA, meanB };
}

function notesOfPair(
  data: AnalysisData,
  { metric, differences }: PairFigures,
  a: string,
  b: string,
): AnalysisNote[] {
  const n = differences.length;
  if (n === 0) return data.metrics.includes(metric) ? [noteOfNoOverlap(metric, a, b)] : [];
  if (n === 1) return [noteOfOne(metric, [a, b])];
  return a !== b && differences.every((value) => value === 0) ? [noteOfTies(metric, a, b, n)] : [];
}

/** Everything that is said of paired differences, `pHolm` left out. */
export function testPair({ differences }: PairFigures): PairedTest {
  const wins = count(differences, (difference) => difference > 0);
  const losses = count(differences, (difference) => difference < 0);
  const base = {
    n: differences.length,
    wins,
    losses,
    ties: differences.length - wins - losses,
  };
  const meanDiff = mean(differences);
  const interval = meanInterval(differences);
  if (meanDiff === undefined || interval === undefined) return base;
  const { ci95, method } = interval;
  const pSign = signTest(wins, losses);
  const signedRank = wilcoxonSignedRank(differences);
  return {
    ...base,
    meanDiff,
    ci95: [ci95[0], ci95[1]],
    method,
    ...(pSign === undefined ? {} : { pSign }),
    ...(signedRank === undefined
      ? {}
      : {
          pWilcoxon: signedRank.p,
          wilcoxon: signedRank.method,
          effect: signedRank.effect,
        }),
  };
}

/** Corrects what can be tested for how many tests there are. */
export function withHolm(tests: readonly PairedTest[]): PairedTest[] {
  const tested = tests.flatMap(({ pWilcoxon }) => pWilcoxon ?? []);
  const adjusted = holm(tested)[Symbol.iterator]();
  return tests.map((test) => {
    if (test.pWilcoxon === undefined) return test;
    const { value } = adjusted.next();
    return value === undefined ? test : { ...test, pHolm: value };
  });
}

function count(values: Float64Array, is: (value: number) => boolean): number {
  let found = 0;
  for (const value of values) if (is(value)) found += 1;
  return found;
}
