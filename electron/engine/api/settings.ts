import { EndpointKey, type KeyPlace } from '../../../shared/model/endpoint.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `settings.*`. */
export function createSettingsHandlers(workspace: Workspace): HandlersOf<'settings'> {
  const ring = workspace.options.keys;
  return {
    'settings.get': () => {
      const settings = workspace.required().settings();
      const keys: Partial<Record<EndpointKey, KeyPlace>> = {};
      for (const role of EndpointKey.options) {
        const endpoint = settings.endpoints[role];
        if (endpoint !== undefined) keys[role] = ring.locate(endpoint);
      }
      return { settings, keys };
    },
    'settings.save': ({ settings }) => {
      workspace.required().saveSettings(settings);
      return {};
    },
  };
}
