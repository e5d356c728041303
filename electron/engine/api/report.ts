import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `report.*`. */
export function createReportHandlers(workspace: Workspace): HandlersOf<'report'> {
  return {
    'report.rows': async ({ groupBy }) => ({
      rows: await workspace.required().query.report(groupBy),
    }),
  };
}
