import type { Better, FlipReport } from '../../../shared/model/comparison.ts';
import type { AnalysisData } from './data.ts';
import { modelNamed } from './figures.ts';
import { noteOfNoOverlap, noteOfOneModel, notesOfMetrics, notesOfScope } from './notes.ts';
import { pairFigures, roundDifference } from './pair-figures.ts';

/** Two models by two metrics. */
export interface FlipsTask {
  readonly indexes: Uint32Array;
  readonly a: string;
  readonly b: string;
  readonly judge: string;
  readonly quality: string;
  readonly limit: number;
}

/** What {@link FlipReport} is, with places of instances instead of keys. */
export type IndexedFlips = Omit<FlipReport, 'flips'> & {
  readonly flips: (Omit<FlipReport['flips'][number], 'key'> & { readonly index: number })[];
};

const SIDES: readonly Better[] = ['a', 'tie', 'b'];
/** Place of a difference's sign in {@link SIDES}. */
const sideOf = (difference: number) => 1 - Math.sign(difference);

/** Where a judge prefers one model and quality the other. */
export function compareFlips(data: AnalysisData, task: FlipsTask): IndexedFlips {
  const { indexes, judge, quality, limit } = task;
  const [a, b] = [modelNamed(data.models, task.a), modelNamed(data.models, task.b)];
  const judged = pairFigures(a, b, judge, indexes);
  const both = pairFigures(a, b, quality, judged.indexes);
  const counts = new Uint32Array(SIDES.length ** 2);
  const figure = (of: typeof a, metric: string, index: number) =>
    of.scores.get(metric)?.[index] ?? 0;
  const found = [...both.indexes].map((index) => {
    const row = {
      index,
      judgeA: figure(a, judge, index),
      judgeB: figure(b, judge, index),
      qualityA: figure(a, quality, index),
      qualityB: figure(b, quality, index),
    };
    const byJudge = roundDifference(row.judgeA - row.judgeB);
    const byQuality = roundDifference(row.qualityA - row.qualityB);
    const cell = sideOf(byJudge) * SIDES.length + sideOf(byQuality);
    counts[cell] = (counts[cell] ?? 0) + 1;
    return { row, isFlip: byJudge * byQuality < 0, size: smaller(byJudge, byQuality) };
  });
  const flips = found.filter(({ isFlip }) => isFlip).sort((x, y) => y.size - x.size);
  const notes = [...notesOfScope(data, indexes.length), ...notesOfMetrics(data, [judge, quality])];
  if (a === b) notes.push(noteOfOneModel(a.name));
  if (found.length === 0 && indexes.length > 0 && notes.length === 0)
    notes.push(noteOfNoOverlap(`${judge} and ${quality}`, a.name, b.name));
  return {
    a: a.name,
    b: b.name,
    judge,
    quality,
    n: found.length,
    table: SIDES.flatMap((byJudge, row) =>
      SIDES.map((byQuality, column) => ({
        byJudge,
        byQuality,
        count: counts[row * SIDES.length + column] ?? 0,
      })),
    ),
    nFlips: flips.length,
    flips: flips.slice(0, limit).map(({ row }) => row),
    notes,
  };
}

const smaller = (one: number, other: number) => Math.min(Math.abs(one), Math.abs(other));
