// What people marked on the items that are shown, and how a place is marked: given by the screen, so
// that cards and viewers need not know who keeps it.
import { createContext, useContext } from 'react';
import type { ItemMark } from '../../../shared/model/annotation.ts';
import type { Item } from '../../../shared/model/content.ts';
import type { PlacedMark } from '../../modalities/define.ts';

export interface MarkScope {
  /** Marks on an item of the open instance. */
  readonly marksOf: (item: Item) => readonly PlacedMark[];
  /** Whether it is an item of the open instance. */
  readonly canMark: (item: Item) => boolean;
  /** Asks what to say of a place; `anchor` is where it is in the window. */
  readonly onMark: (item: Item, mark: ItemMark, anchor: DOMRect) => void;
  /** Shows in the list what was said. */
  readonly onChoose: (id: string) => void;
}

/** Absent where nothing can be marked. */
export const MarkScopeContext = createContext<MarkScope | undefined>(undefined);

/** Id of the mark that was chosen last, in the list or at its place. */
export const ChosenMarkContext = createContext<string | undefined>(undefined);

export function useMarkScope(): MarkScope | undefined {
  return useContext(MarkScopeContext);
}
