import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `report.*`. */
export function createReportHandlers(workspace: Workspace): HandlersOf<'report'> {
  return {
    'report.rows': async (input) => {
      const { rows, notes } = await workspace.required().analysis.completeLeaderboard(input);
      return { rows, notes };
    },
  };
}
