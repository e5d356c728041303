import { useAction } from '../hooks/use-action.ts';
import { THEMES, useAppearance } from '../stores/appearance-store.ts';
import { openLayer } from '../stores/layer-store.ts';
import { useProject } from '../stores/project-store.ts';
import type { Screen } from '../stores/route.ts';
import { navigate, useRoute } from '../stores/route-store.ts';

/** Actions that work everywhere. */
export function useAppActions(): void {
  const hasProject = useProject() !== undefined;
  const screen = useRoute((route) => route.screen);
  /** Going where one is already is no action. */
  const go = (to: Screen, isPossible = true) =>
    isPossible && screen !== to ? () => navigate({ screen: to }) : undefined;
  useAction('palette.open', () => openLayer('palette'));
  useAction('keys.show', () => openLayer('keys'));
  useAction('instance.goTo', hasProject ? () => openLayer('goTo') : undefined);
  useAction('theme.next', nextTheme);
  useAction('screen.instances', go('instances', hasProject));
  useAction('screen.overview', go('overview', hasProject));
  useAction('screen.compare', go('compare', hasProject));
  useAction('screen.spotCheck', go('spot-check', hasProject));
  useAction('screen.datasetQc', go('dataset-qc', hasProject));
  useAction('screen.runs', go('runs', hasProject));
  useAction('screen.agent', go('agent', hasProject));
  useAction('screen.problems', go('problems', hasProject));
  useAction('screen.export', go('export', hasProject));
  useAction('screen.settings', go('settings', hasProject));
  useAction('screen.import', go('import'));
  useAction('screen.welcome', go('welcome'));
}

function nextTheme(): void {
  const { theme, setTheme } = useAppearance.getState();
  setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system');
}
