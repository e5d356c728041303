import { pageProblems } from '../db/problems.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `problems.*`. */
export function createProblemHandlers(workspace: Workspace): HandlersOf<'problems'> {
  return {
    'problems.page': ({ offset, limit, ...filter }) =>
      pageProblems(workspace.required().db, filter, offset, limit),
  };
}
