import { SHIPPED_MANIFESTS } from '../../../shared/model/shipped-manifests.ts';
import { mapManifests, saveManifest } from '../db/model-manifests.ts';
import { listModels } from '../db/models.ts';
import { listMetrics } from '../metrics/index.ts';
import { summariseModels } from '../report/model-summaries.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `models.*` and `metrics.*`. */
export function createModelHandlers(
  workspace: Workspace,
): HandlersOf<'models'> & HandlersOf<'metrics'> {
  return {
    'models.list': () => {
      const { db, query } = workspace.required();
      return { models: summariseModels(db, query.columns()) };
    },
    'models.manifests': () => {
      const { db } = workspace.required();
      const kept = mapManifests(db);
      const manifests = listModels(db).map(
        ({ name }) => kept.get(name) ?? { model: name, source: '' },
      );
      return { manifests, shipped: [...SHIPPED_MANIFESTS] };
    },
    'models.saveManifest': ({ manifest }) => {
      workspace.required().changeData('save the manifest', (db) => saveManifest(db, manifest));
      return {};
    },
    'metrics.list': () => ({ metrics: listMetrics() }),
  };
}
