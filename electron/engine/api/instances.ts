import { AppError } from '../../../shared/api/errors.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `instances.*`. */
export function createInstanceHandlers(workspace: Workspace): HandlersOf<'instances'> {
  return {
    'instances.page': () => {
      workspace.required();
      return { rows: [], total: 0 };
    },
    'instances.facets': () => {
      workspace.required();
      return { facets: [], total: 0 };
    },
    'instances.position': () => {
      workspace.required();
      return { total: 0 };
    },
    'instances.get': ({ key }) => {
      workspace.required();
      throw new AppError('not-found', `Cannot open the instance: the project has none "${key}".`);
    },
  };
}
