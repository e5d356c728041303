import { GENERATOR_ROLES } from '../agent/generate/generators.ts';
import { testGenerator } from '../agent/generate/test-maker.ts';
import { testEndpoint } from '../judges/endpoint/probe/test-endpoint.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `endpoints.*`. */
export function createEndpointHandlers(workspace: Workspace): HandlersOf<'endpoints'> {
  const { keys, log, clock } = workspace.options;
  return {
    'endpoints.test': async ({ role, settings }, signal) => {
      const asked = { settings, keys, log, clock, signal };
      const generator = GENERATOR_ROLES.find((each) => each === role);
      const test =
        generator === undefined
          ? await testEndpoint({ ...asked, role })
          : await testGenerator({ ...asked, role: generator });
      return { test };
    },
  };
}
