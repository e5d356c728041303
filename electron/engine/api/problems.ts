import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `problems.*`. */
export function createProblemHandlers(workspace: Workspace): HandlersOf<'problems'> {
  return {
    'problems.page': () => {
      workspace.required();
      return { problems: [], total: 0 };
    },
  };
}
