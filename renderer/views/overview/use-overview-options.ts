import { useMemo } from 'react';
import {
  changeOverview,
  parseOverview,
  type OverviewOptions,
} from '../../stores/overview-options.ts';
import { currentRoute, navigate, useRoute } from '../../stores/route-store.ts';

export function useOverviewOptions(): OverviewOptions {
  const view = useRoute((route) => route.view);
  return useMemo(() => parseOverview(view), [view]);
}

/** A choice stands in the address; it is no step to come back from. */
export function chooseOptions(change: Partial<OverviewOptions>): void {
  navigate({ view: changeOverview(currentRoute().view, change) }, { replace: true });
}
