// The place that is being tagged or noted now, and which place of the list was looked at last.
import { create } from 'zustand';
import type { PlaceName } from './annotation-place.ts';

/** What an annotation is to be of. */
export interface AnnotationTarget extends PlaceName {
  readonly key: string;
}

/** The panel that asks for tags and a note. */
export interface Annotating {
  readonly target: AnnotationTarget;
  /** Where the cursor is at first. */
  readonly field: 'tag' | 'note';
  /** Beside this the panel opens, in the window's pixels. */
  readonly anchor: DOMRect;
  /** Gets the focus back. */
  readonly returnTo: HTMLElement | undefined;
}

interface AnnotatingState {
  readonly annotating: Annotating | undefined;
  /** Id of the place that was chosen, in the list or by its marker. */
  readonly chosen: string | undefined;
}

export const useAnnotating = create<AnnotatingState>(() => ({
  annotating: undefined,
  chosen: undefined,
}));

export const startAnnotating = (annotating: Annotating) =>
  useAnnotating.setState({ annotating, chosen: undefined });
export const stopAnnotating = () => useAnnotating.setState({ annotating: undefined });
export const choosePlace = (chosen: string | undefined) => useAnnotating.setState({ chosen });
