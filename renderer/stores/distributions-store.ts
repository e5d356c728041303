// How the figures of the open instance lie among all of their model. Asked for when an instance has
// rested: whoever steps on at once does not need it.
import { create } from 'zustand';
import type { Distribution } from '../../shared/model/distribution.ts';
import { api } from '../api/index.ts';
import { createThrottle } from './throttle.ts';

interface DistributionsState {
  /** Of which instance the places are. */
  readonly key: string | undefined;
  readonly byFigure: ReadonlyMap<string, Distribution>;
}

const empty: DistributionsState = { key: undefined, byFigure: new Map() };
const useDistributionsStore = create<DistributionsState>(() => empty);
const nameOf = (model: string, metric: string) => JSON.stringify([model, metric]);
let wanted: { readonly key: string; readonly models: readonly string[] } | undefined;

/** Asks for the distributions of the models' figures, and where those of an instance lie. */
export async function loadDistributions(key: string, models: readonly string[]): Promise<void> {
  const mine = { key, models };
  wanted = mine;
  try {
    const { distributions } = await api.call('instances.distribution', {
      key,
      models: [...models],
    });
    if (wanted !== mine) return;
    const byFigure = new Map(
      distributions.map((each) => [nameOf(each.model, each.metric), each] as const),
    );
    useDistributionsStore.setState({ key, byFigure });
  } catch {
    // the figures themselves are there; what they lie among is not drawn, nothing is said wrongly
    if (wanted === mine) useDistributionsStore.setState(empty);
  }
}

/** How a metric of a model is spread and where the instance lies; undefined until it is known. */
export function useDistribution(
  key: string,
  model: string,
  metric: string,
): Distribution | undefined {
  return useDistributionsStore((state) => {
    const found = state.byFigure.get(nameOf(model, metric));
    return state.key === key ? found : undefined;
  });
}

/** During an import or a run the data changes many times a second. */
const refresh = createThrottle(() => {
  if (wanted !== undefined) void loadDistributions(wanted.key, wanted.models);
}, 1500);

api.on('data.changed', () => refresh.call());
api.on('settings.changed', () => refresh.call());
api.on('project.changed', () => {
  refresh.cancel();
  wanted = undefined;
  useDistributionsStore.setState(empty);
});
