// Which item an element of the page shows, and what is selected on it: so that a key pressed in a card or
// in a large view is about that item. Large views stand elsewhere in the page than their cards.
import { useCallback, useRef, type RefObject } from 'react';
import type { Item } from '../../../shared/model/content.ts';
import type { ItemMark } from '../../../shared/model/annotation.ts';
import type { ReadSelection, SelectedPlace, ShowMark } from '../../modalities/define.ts';

export interface MarkHost {
  readonly item: Item;
  readonly element: Element;
  readonly selected: SelectedPlace | undefined;
}

interface Known {
  readonly item: Item;
  readonly selection: RefObject<ReadSelection | null>;
  readonly showing: RefObject<ShowMark | null>;
}

const hosts = new WeakMap<Element, Known>();

/** Makes an element the host of an item: `attach` it, and give its viewer `selection` and `showing`. */
export function useMarkHost(item: Item): {
  readonly attach: (element: Element | null) => void;
  readonly selection: RefObject<ReadSelection | null>;
  readonly showing: RefObject<ShowMark | null>;
} {
  const selection = useRef<ReadSelection>(null);
  const showing = useRef<ShowMark>(null);
  const attach = useCallback(
    (element: Element | null) => {
      if (element !== null) hosts.set(element, { item, selection, showing });
    },
    [item],
  );
  return { attach, selection, showing };
}

/** The host that an element stands in; undefined outside of all. */
export function findMarkHost(from: Element | null): MarkHost | undefined {
  for (let element = from; element !== null; element = element.parentElement) {
    const known = hosts.get(element);
    if (known === undefined) continue;
    return { item: known.item, element, selected: known.selection.current?.() };
  }
  return undefined;
}

/** Lets the viewer in a host, or in one of those inside of `root`, show a place of its item. */
export function showMark(root: Element, mark: ItemMark): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const known = hosts.get(element);
    if (known?.item.tag === mark.tag) known.showing.current?.(mark);
  }
}
