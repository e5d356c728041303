import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `report.*`. */
export function createReportHandlers(workspace: Workspace): HandlersOf<'report'> {
  return {
    'report.rows': () => {
      workspace.required();
      return { rows: [] };
    },
  };
}
