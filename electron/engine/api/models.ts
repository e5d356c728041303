import { listMetrics } from '../metrics/index.ts';
import { summariseModels } from '../report/model-summaries.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `models.*` and `metrics.*`. */
export function createModelHandlers(
  workspace: Workspace,
): HandlersOf<'models'> & HandlersOf<'metrics'> {
  return {
    'models.list': () => ({ models: summariseModels(workspace.required().db) }),
    'metrics.list': () => ({ metrics: listMetrics() }),
  };
}
