// What the thread is told and what it answers.
import type { MeanInterval } from '../../../shared/stats/interval.ts';
import type { AnalysisData } from './data.ts';
import type { LeaderboardTask } from './leaderboard.ts';
import type { TaskInput, TaskName } from './tasks.ts';

export type ToThread =
  | { readonly kind: 'load'; readonly data: AnalysisData }
  | {
      readonly kind: 'task';
      readonly id: number;
      readonly name: TaskName;
      readonly input: TaskInput<TaskName>;
    }
  | {
      readonly kind: 'intervals';
      readonly id: number;
      readonly task: LeaderboardTask;
      /** Every nth group, beginning with the first: what one of several threads does. */
      readonly share: { readonly first: number; readonly every: number };
    }
  | { readonly kind: 'stop'; readonly id: number };

/** Intervals of one group, in the order of its rows. */
export interface GroupIntervals {
  readonly group: number;
  readonly intervals: readonly (MeanInterval | undefined)[];
}

export type FromThread =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly code?: string; readonly message: string } };
