import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `project.*`. */
export function createProjectHandlers(workspace: Workspace): HandlersOf<'project'> {
  return {
    'project.current': () => {
      const project = workspace.current()?.describe();
      return project === undefined ? {} : { project };
    },
    'project.recent': () => ({ projects: workspace.recent.list() }),
    'project.open': async ({ dir }) => ({ project: (await workspace.open(dir)).describe() }),
    'project.create': async ({ dir, name }) => ({
      project: (await workspace.create(dir, name)).describe(),
    }),
    'project.openDemo': async () => ({ project: (await workspace.openDemo()).describe() }),
    'project.close': async () => {
      await workspace.close();
      return {};
    },
  };
}
