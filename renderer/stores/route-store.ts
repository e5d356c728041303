import { create } from 'zustand';
import { formatRoute, parseRoute, START, type Route } from './route.ts';

export const useRouteStore = create<{ readonly route: Route }>(() => ({ route: START }));

/** Where the app is: screen, filter, sort, models. */
export function useRoute(): Route;
export function useRoute<T>(selector: (route: Route) => T): T;
export function useRoute<T>(selector?: (route: Route) => T): Route | T {
  return useRouteStore((state) => (selector === undefined ? state.route : selector(state.route)));
}

export function currentRoute(): Route {
  return useRouteStore.getState().route;
}

/**
 * Goes somewhere; what the partial route leaves out stays as it is. `view` belongs to a screen and is
 * emptied when the screen changes.
 *
 * @param options.replace  no new entry in the history: for typing and for stepping through instances
 */
export function navigate(to: Partial<Route>, options: { readonly replace?: boolean } = {}): void {
  const from = currentRoute();
  const isOther = to.screen !== undefined && to.screen !== from.screen;
  const { key: _left, ...rest } = from;
  const kept = isOther ? { ...rest, view: {} } : from;
  const route: Route = { ...kept, ...to };
  const address = formatRoute(route);
  useRouteStore.setState({ route });
  if (address === window.location.hash) return;
  if (options.replace === true) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
}

/** Shows one instance; filter, sort and models stay, so next and previous mean the same list. */
export function openInstance(key: string, options: { readonly replace?: boolean } = {}): void {
  const from = currentRoute();
  // stepping keeps the view's own parameters, e.g. aligned mode
  const view = from.screen === 'instance' ? from.view : {};
  navigate({ screen: 'instance', key, view }, options);
}

/** The address of a place, for links that can be opened in another window. */
export function hrefOf(to: Partial<Route>): string {
  return formatRoute({ ...currentRoute(), view: {}, ...to });
}

/** Follows the address: back, forward and addresses typed by hand. */
export function connectRoute(): () => void {
  const follow = () => {
    const previous = currentRoute();
    if (formatRoute(previous) === window.location.hash) return;
    useRouteStore.setState({ route: parseRoute(window.location.hash, previous) });
  };
  useRouteStore.setState({ route: parseRoute(window.location.hash) });
  window.addEventListener('popstate', follow);
  window.addEventListener('hashchange', follow);
  return () => {
    window.removeEventListener('popstate', follow);
    window.removeEventListener('hashchange', follow);
  };
}
