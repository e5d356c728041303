import { testEndpoint } from '../judges/endpoint/probe/test-endpoint.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `endpoints.*`. */
export function createEndpointHandlers(workspace: Workspace): HandlersOf<'endpoints'> {
  const { keys, log, clock } = workspace.options;
  return {
    'endpoints.test': async ({ role, settings }, signal) => ({
      test: await testEndpoint({ role, settings, keys, log, clock, signal }),
    }),
  };
}
