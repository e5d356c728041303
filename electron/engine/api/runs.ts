import type { Workspace } from '../project/workspace.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `runs.*`. */
export function createRunHandlers(workspace: Workspace): HandlersOf<'runs'> {
  const runs = () => workspace.required().runs;
  /** What the project has set holds where the request says nothing. */
  const asSet = (request: RunRequest): RunRequest => {
    const { doverWeights } = workspace.required().settings().scoring;
    if (doverWeights === undefined) return request;
    return { ...request, settings: { doverWeights, ...request.settings } };
  };
  return {
    'runs.plan': async (request, signal) => ({ plan: await runs().plan(asSet(request), signal) }),
    'runs.start': (request) => ({ runId: runs().start(asSet(request)) }),
    'runs.pause': ({ runId }) => {
      runs().pause(runId);
      return {};
    },
    'runs.resume': async ({ runId, ...change }) => {
      await runs().resume(runId, change);
      return {};
    },
    'runs.cancel': async ({ runId }) => {
      await runs().cancel(runId);
      return {};
    },
    'runs.list': () => ({ runs: runs().list() }),
    'runs.get': ({ runId }) => runs().get(runId),
    'runs.retry': async ({ runId, code }) => ({ retried: await runs().retry(runId, code) }),
  };
}
