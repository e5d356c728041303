// Joins the viewers of items that belong together, so that what is done in one is done in all: a small
// bus, made by the screen for each group of items and given to their viewers as a prop.

/** What linked viewers tell each other; all relative, so that files of any size can follow. */
export interface LinkStates {
  /** `scale` 1 is fitted into the frame; `x`, `y` the shown centre in [0, 1] of the picture. */
  readonly zoom: { readonly scale: number; readonly x: number; readonly y: number };
  /** Camera in units of the model's radius round its centre. */
  readonly camera: {
    readonly position: readonly [number, number, number];
    readonly target: readonly [number, number, number];
    readonly up: readonly [number, number, number];
  };
  /** Page from 0, and how much of it is scrolled away, in [0, 1]. */
  readonly page: { readonly index: number; readonly offset: number };
  /** First row and column in sight of a sheet, from 0. */
  readonly cell: { readonly sheet: number; readonly row: number; readonly column: number };
  /** First line in sight of code, from 0. */
  readonly line: { readonly index: number };
}

export type LinkTopic = keyof LinkStates;

export interface ViewerLink {
  /** Tells the others; `self` is whatever object subscribed. */
  readonly tell: <T extends LinkTopic>(topic: T, state: LinkStates[T], self: object) => void;
  /**
   * Hears the others, never oneself; the last state is told at once.
   *
   * @returns a function that stops listening
   */
  readonly hear: <T extends LinkTopic>(
    topic: T,
    self: object,
    listener: (state: LinkStates[T]) => void,
  ) => () => void;
}

interface Listener {
  readonly self: object;
  readonly listener: (state: never) => void;
}

/**
 * @param isOn  asked at each telling: while it is false nobody hears anything
 */
export function createViewerLink(isOn: () => boolean = () => true): ViewerLink {
  const listeners = new Map<LinkTopic, Set<Listener>>();
  const last = new Map<LinkTopic, LinkStates[LinkTopic]>();
  return {
    tell(topic, state, self) {
      if (!isOn()) return;
      last.set(topic, state);
      for (const one of listeners.get(topic) ?? []) {
        if (one.self !== self) one.listener(state as never); // a topic's listeners take its state
      }
    },
    hear(topic, self, listener) {
      const own: Listener = { self, listener };
      const all = listeners.get(topic) ?? new Set<Listener>();
      listeners.set(topic, all.add(own));
      const state = last.get(topic);
      if (state !== undefined && isOn()) listener(state as never);
      return () => void all.delete(own);
    },
  };
}
