import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `compare.*`. */
export function createCompareHandlers(workspace: Workspace): HandlersOf<'compare'> {
  const analysis = () => workspace.required().analysis;
  return {
    'compare.pair': async (input) => ({ comparison: await analysis().pair(input) }),
    'compare.points': async (input) => ({ points: await analysis().points(input) }),
    'compare.slices': async (input) => ({ report: await analysis().slices(input) }),
    'compare.flips': async (input) => ({ report: await analysis().flips(input) }),
    'compare.matrix': async (input) => ({ matrix: await analysis().matrix(input) }),
  };
}
