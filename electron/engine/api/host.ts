import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `host.*`. */
export function createHostHandlers(workspace: Workspace): HandlersOf<'host'> {
  return { 'host.info': () => workspace.options.host };
}
