import { validatePaths } from '../load/validate.ts';
import type { Workspace } from '../project/workspace.ts';
import { reportImport } from '../report/import-report.ts';
import type { HandlersOf } from './handlers.ts';
import { createNativeHandlers } from './native.ts';

/** Answers `import.*`. */
export function createImportHandlers(workspace: Workspace): HandlersOf<'import'> {
  return {
    ...createNativeHandlers(workspace),
    'import.inspect': async ({ path }) => await validatePaths([path]),
    'import.start': (request) => ({ importId: workspace.required().startImport(request) }),
    'import.progress': () => {
      const progress = workspace.required().importProgress();
      return progress === undefined ? {} : { progress };
    },
    'import.cancel': () => {
      workspace.required().cancelImport();
      return {};
    },
    'import.report': () => {
      const { db, importProgress } = workspace.required();
      const report = reportImport(db, importProgress());
      return report === undefined ? {} : { report };
    },
  };
}
