// What people rated of an instance's responses, and everything that was ever said of them: asked for by
// instance, kept for the few that were shown last.
import { create } from 'zustand';
import type { HumanRating, RatingEvent } from '../../shared/model/rating.ts';
import { api } from '../api/index.ts';
import { idle, type AsyncData } from './async-data.ts';
import { createKeptLoader } from './kept-loader.ts';
import { currentRoute } from './route-store.ts';
import { createThrottle } from './throttle.ts';

const KEPT = 12;

/** Of one instance. */
export interface RatingsOfInstance {
  readonly ratings: readonly HumanRating[];
  /** Newest first; what was said and taken back stays in it. */
  readonly events: readonly RatingEvent[];
}

const useStore = create<{
  readonly byKey: ReadonlyMap<string, AsyncData<RatingsOfInstance>>;
}>(() => ({ byKey: new Map() }));

const loader = createKeptLoader<RatingsOfInstance>(
  KEPT,
  () => useStore.getState().byKey,
  (byKey) => useStore.setState({ byKey }),
  async (key) => {
    const [{ ratings }, { events }] = await Promise.all([
      api.call('ratings.of', { key }),
      api.call('ratings.history', { key }),
    ]);
    return { ratings, events };
  },
);

/** What people said of this instance's responses. */
export const useHumanRatings = (key: string): AsyncData<RatingsOfInstance> =>
  useStore(({ byKey }) => byKey.get(key) ?? idle);

/** Asks for it, unless it is here. */
export const loadHumanRatings = (key: string): void => loader.want(key);

const refresh = createThrottle(() => {
  const shown = currentRoute().key;
  loader.refresh(
    () => true,
    (key) => key === shown,
  );
}, 1500);

api.on('ratings.changed', refresh.call);
api.on('data.changed', refresh.call);
api.on('settings.changed', refresh.call); // another prompt makes ratings stale
api.on('project.changed', () => {
  refresh.cancel();
  loader.reset();
});
