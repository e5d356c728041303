// Everything that can be asked of the data, by name; the thread and the tests come through here.
import type { AnalysisData } from './data.ts';
import { datasetStatistics } from './dataset-statistics.ts';
import { compareFlips } from './flips.ts';
import { difficultyGradient } from './gradient.ts';
import { heatMatrix } from './heat.ts';
import { leaderboardMeans } from './leaderboard.ts';
import { compareMatrix } from './matrix.ts';
import { comparePair } from './pair.ts';
import { comparePoints } from './points.ts';
import { compareSlices } from './slices.ts';

/** Analyses that are answered at once; intervals of a leaderboard are not among them. */
export const TASKS = {
  means: leaderboardMeans,
  heat: heatMatrix,
  gradient: difficultyGradient,
  dataset: (data: AnalysisData, { indexes }: { readonly indexes: Uint32Array }) =>
    datasetStatistics(data, indexes),
  pair: comparePair,
  points: comparePoints,
  slices: compareSlices,
  flips: compareFlips,
  matrix: compareMatrix,
} as const;

export type TaskName = keyof typeof TASKS;
export type TaskInput<T extends TaskName> = Parameters<(typeof TASKS)[T]>[1];
export type TaskOutput<T extends TaskName> = ReturnType<(typeof TASKS)[T]>;
