import type { InstanceDetail } from '../../../shared/model/instance.ts';
import { useAction } from '../../hooks/use-action.ts';
import { togglePlayback } from '../../modalities/parts/playback.ts';
import { stepInstance } from '../../stores/position-store.ts';
import { navigate } from '../../stores/route-store.ts';
import { showEye, useEyeTarget } from './eye/use-eye.ts';
import type { LayoutControls } from './use-layout.ts';

const COLUMN_ACTIONS = [
  'instance.toggleA',
  'instance.toggleB',
  'instance.toggleC',
  'instance.toggleD',
] as const;

/** Gives the instance view's actions their handlers while it is open. */
export function useInstanceActions(
  instance: InstanceDetail | undefined,
  models: readonly string[],
  controls: LayoutControls,
): void {
  const isReady = instance !== undefined;
  const when = (isPossible: boolean, handler: () => void) => (isPossible ? handler : undefined);
  const toggle = (index: number) => {
    const model = models[index];
    return when(isReady && model !== undefined, () =>
      controls.toggleHidden(`model:${model ?? ''}`),
    );
  };
  const isEyeShown = useEyeTarget() !== undefined;
  const [first] = models;
  useAction(
    'instance.eye',
    when(isReady && first !== undefined && !isEyeShown, () =>
      showEye({ metric: 'SC', model: first ?? '' }),
    ),
  );
  useAction('instance.next', () => stepInstance(1));
  useAction('instance.previous', () => stepInstance(-1));
  useAction(
    'instance.agent',
    when(isReady, () => navigate({ screen: 'agent', view: { key: instance?.key ?? '' } })),
  );
  useAction('instance.back', () => navigate({ screen: 'instances' }));
  useAction(
    'instance.playPause',
    when(isReady, () => void togglePlayback()),
  );
  useAction('instance.aligned', when(isReady, controls.toggleAligned));
  useAction('instance.diff', when(isReady, controls.nextDiff));
  useAction('instance.linkViews', when(isReady, controls.toggleViewLink));
  useAction('instance.linkScroll', when(isReady, controls.toggleScrollLink));
  useAction('instance.toggleAnatomy', when(isReady, controls.togglePanel));
  useAction(
    'instance.toggleTask',
    when(isReady, () => controls.toggleHidden('task')),
  );
  useAction(
    'instance.toggleReference',
    when(isReady, () => controls.toggleHidden('reference')),
  );
  useAction(COLUMN_ACTIONS[0], toggle(0));
  useAction(COLUMN_ACTIONS[1], toggle(1));
  useAction(COLUMN_ACTIONS[2], toggle(2));
  useAction(COLUMN_ACTIONS[3], toggle(3));
  useAction(
    'instance.swap',
    when(models.length > 1, () => {
      const [a, b, ...rest] = models;
      if (a !== undefined && b !== undefined)
        navigate({ models: [b, a, ...rest] }, { replace: true });
    }),
  );
}
