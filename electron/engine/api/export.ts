import { exportOfficial } from '../report/export/export-official.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `export.*`. */
export function createExportHandlers(workspace: Workspace): HandlersOf<'export'> {
  return {
    'export.official': async (request, signal) => {
      const { db, query } = workspace.required();
      const source = { db, columns: query.columns(), list: query.list() };
      return await exportOfficial(source, request, signal);
    },
  };
}
