import { testCommand } from '../agent/generate/test-maker.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `agent.*`. */
export function createAgentHandlers(workspace: Workspace): HandlersOf<'agent'> {
  const agent = () => workspace.required().agent;
  return {
    'agent.plan': ({ commands, ...request }) => ({ plan: agent().plan(request, { commands }) }),
    'agent.start': ({ commands, out, ...request }) => ({
      runId: agent().start(request, { commands, out }),
    }),
    'agent.pause': ({ runId }) => {
      agent().pause(runId);
      return {};
    },
    'agent.resume': async ({ runId, commands, ...change }) => {
      await agent().resume(runId, change, { commands });
      return {};
    },
    'agent.cancel': async ({ runId }) => {
      await agent().cancel(runId);
      return {};
    },
    'agent.testCommand': async ({ kind, command }, signal) => ({
      check: await testCommand(kind, command, signal),
    }),
    'agent.list': () => ({ runs: agent().list() }),
    'agent.get': ({ runId }) => agent().get(runId),
    'agent.items': ({ runId, ...page }) => agent().items(runId, page),
    'agent.trace': (asked) => agent().trace(asked),
    'agent.tracesOf': ({ key }) => ({ traces: agent().tracesOf(key) }),
    'agent.rerunFrom': ({ commands, ...asked }) => ({
      attempt: agent().rerunFrom(asked, { commands }),
    }),
  };
}
