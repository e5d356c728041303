import { AppError } from '../../../shared/api/errors.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `import.*`. */
export function createImportHandlers(workspace: Workspace): HandlersOf<'import'> {
  return {
    'import.inspect': () => {
      throw new AppError('unsupported', 'Cannot inspect files yet.');
    },
    'import.start': () => {
      workspace.required();
      throw new AppError('unsupported', 'Cannot import yet.');
    },
    'import.progress': () => ({}),
    'import.cancel': () => ({}),
    'import.report': () => ({}),
  };
}
