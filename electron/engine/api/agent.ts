import { AppError } from '../../../shared/api/errors.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `agent.*`. */
export function createAgentHandlers(workspace: Workspace): HandlersOf<'agent'> {
  const notYet = (): never => {
    workspace.required();
    throw new AppError('unsupported', 'Cannot run the agent: it is being built.');
  };
  return {
    'agent.plan': notYet,
    'agent.start': notYet,
    'agent.pause': notYet,
    'agent.resume': notYet,
    'agent.cancel': notYet,
    'agent.list': notYet,
    'agent.get': notYet,
    'agent.items': notYet,
    'agent.trace': notYet,
    'agent.tracesOf': notYet,
    'agent.rerunFrom': notYet,
  };
}
