// Puts the engine together: one handler file a namespace, one dispatch, one open project. What each
// part does stands in its own folder; nothing is decided here.
import type { EventName, EventPayload } from '../../shared/api/events.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import { createDispatch } from './api/dispatch.ts';
import { createAgreementHandlers } from './api/agreement.ts';
import { createAnalysisHandlers } from './api/analysis.ts';
import { createAlignmentHandlers } from './api/alignment.ts';
import { createAgentHandlers } from './api/agent.ts';
import type { Handlers } from './api/handlers.ts';
import { createAnnotationHandlers } from './api/annotations.ts';
import { createCompareHandlers } from './api/compare.ts';
import { createExportHandlers } from './api/export.ts';
import { createFilesHandlers } from './api/files.ts';
import { createHostHandlers } from './api/host.ts';
import { createImportHandlers } from './api/import.ts';
import { createInstanceHandlers } from './api/instances.ts';
import { createMediaHandlers } from './api/media.ts';
import { createModelHandlers } from './api/models.ts';
import { createProblemHandlers } from './api/problems.ts';
import { createProjectHandlers } from './api/project.ts';
import { createPromptHandlers } from './api/prompts.ts';
import { createQcHandlers } from './api/qc.ts';
import { createRatingHandlers } from './api/ratings.ts';
import { createReportHandlers } from './api/report.ts';
import { createRunHandlers } from './api/runs.ts';
import { createSampleHandlers } from './api/samples.ts';
import { createSettingsHandlers } from './api/settings.ts';
import { createEndpointHandlers } from './api/endpoints.ts';
import { createJudgementHandlers } from './api/judgements.ts';
import { createViewHandlers } from './api/views.ts';
import { createTaxonomyHandlers } from './api/taxonomy.ts';
import { createKeyHandlers } from './api/keys.ts';
import type { Engine, EngineOptions } from './context.ts';
import { createWorkspace } from './project/workspace.ts';
import { createDownloads } from './report/export/downloads.ts';
import { createFileHasher } from './ratings/shown.ts';

export type { Engine, EngineOptions } from './context.ts';
export {
  createEnvironmentKeys,
  type HostKeys,
  type KeyStore,
} from './judges/endpoint/host-keys.ts';
export { createLog } from './log.ts';

type Listener = (event: EventName, payload: unknown) => void;

/** Makes an engine. It opens nothing by itself; hosts call `project.open` and the like. */
export function createEngine(options: EngineOptions): Engine {
  keepHeapSmall();
  const listeners = new Set<Listener>();
  const emit = <E extends EventName>(event: E, payload: EventPayload<E>) => {
    for (const listener of listeners) listener(event, payload);
  };
  const workspace = createWorkspace(options, emit);
  const hashOf = createFileHasher();
  const downloads = createDownloads(options.dataDir);
  const handlers: Handlers = {
    ...createProjectHandlers(workspace),
    ...createImportHandlers(workspace),
    ...createInstanceHandlers(workspace),
    ...createAlignmentHandlers(workspace),
    ...createProblemHandlers(workspace),
    ...createModelHandlers(workspace),
    ...createPromptHandlers(workspace),
    ...createReportHandlers(workspace),
    ...createAnalysisHandlers(workspace),
    ...createCompareHandlers(workspace),
    ...createExportHandlers(workspace, hashOf, downloads),
    ...createRunHandlers(workspace),
    ...createHostHandlers(workspace),
    ...createFilesHandlers(workspace),
    ...createMediaHandlers(workspace),
    ...createSettingsHandlers(workspace),
    ...createEndpointHandlers(workspace),
    ...createKeyHandlers(workspace),
    ...createJudgementHandlers(workspace),
    ...createAnnotationHandlers(workspace),
    ...createTaxonomyHandlers(workspace),
    ...createViewHandlers(workspace),
    ...createSampleHandlers(workspace, hashOf),
    ...createRatingHandlers(workspace, hashOf),
    ...createAgreementHandlers(workspace, hashOf),
    ...createQcHandlers(workspace),
    ...createAgentHandlers(workspace),
  };
  return {
    dispatch: createDispatch(handlers, options.log, { checkOutput: options.checkOutput ?? false }),
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    resolveMedia: (mediaId) => workspace.required().media().resolve(mediaId),
    takeDownload: downloads.take,
    async close() {
      await workspace.close();
      downloads.close();
    },
  };
}
