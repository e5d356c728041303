import { testEndpoint } from '../judges/endpoint/probe/test-endpoint.ts';
import { NO_KEYS } from '../judges/endpoint/host-keys.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `endpoints.*`. */
export function createEndpointHandlers(workspace: Workspace): HandlersOf<'endpoints'> {
  const { keys = NO_KEYS, log, clock } = workspace.options;
  return {
    'endpoints.test': async ({ role, settings }, signal) => ({
      test: await testEndpoint({ role, settings, keys, log, clock, signal }),
    }),
  };
}
