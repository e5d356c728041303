import type { Workspace } from '../project/workspace.ts';
import { readPublished } from '../report/published/read-published.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `analysis.*`. */
export function createAnalysisHandlers(workspace: Workspace): HandlersOf<'analysis'> {
  const analysis = () => workspace.required().analysis;
  return {
    'analysis.leaderboard': async (input) => ({
      leaderboard: await analysis().leaderboard(input),
    }),
    'analysis.published': () => ({ published: readPublished() }),
    'analysis.heat': async (input) => ({ heat: await analysis().heat(input) }),
    'analysis.gradient': async (input) => ({ gradient: await analysis().gradient(input) }),
    'analysis.dataset': async (input) => ({ dataset: await analysis().dataset(input) }),
  };
}
