import { useCallback, useMemo } from 'react';
import { currentRoute, navigate, useRoute } from '../../stores/route-store.ts';
import { currentModelNames } from '../../stores/models-store.ts';
import { toggled } from '../../stores/toggled.ts';
import { formatLayout, nextDiff, parseLayout, type InstanceLayout } from './layout-params.ts';

export interface LayoutControls {
  readonly layout: InstanceLayout;
  readonly toggleHidden: (id: string) => void;
  readonly toggleRaw: (id: string) => void;
  readonly toggleScrollLink: () => void;
  readonly togglePanel: () => void;
  readonly toggleAligned: () => void;
  readonly toggleViewLink: () => void;
  /** Off, against the reference, against the other model, off. */
  readonly nextDiff: () => void;
}

/** The layout in the address, and what changes it. */
export function useLayout(): LayoutControls {
  const params = useRoute((route) => route.view);
  const layout = useMemo(() => parseLayout(params), [params]);
  const change = useCallback((edit: (layout: InstanceLayout) => Partial<InstanceLayout>) => {
    const { view } = currentRoute();
    const before = parseLayout(view);
    navigate({ view: formatLayout({ ...before, ...edit(before) }, view) }, { replace: true });
  }, []);
  return useMemo(
    () => ({
      layout,
      toggleHidden: (id) => change((before) => ({ hidden: toggled(before.hidden, id) })),
      toggleRaw: (id) => change((before) => ({ raw: toggled(before.raw, id) })),
      toggleScrollLink: () => change((before) => ({ isScrollLinked: !before.isScrollLinked })),
      togglePanel: () => change((before) => ({ isPanelShown: !before.isPanelShown })),
      toggleAligned: () => change((before) => ({ isAligned: !before.isAligned })),
      toggleViewLink: () => change((before) => ({ areViewsLinked: !before.areViewsLinked })),
      nextDiff: () =>
        change((before) => ({ diff: nextDiff(before.diff, currentModelNames().length > 1) })),
    }),
    [layout, change],
  );
}
