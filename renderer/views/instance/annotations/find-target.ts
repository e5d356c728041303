// What `f`, `t` and `n` are about: what is selected, else the item in focus, else the column in focus,
// else the instance. In a large view it is its item, whatever else is selected behind it.
import type { Mark } from '../../../../shared/model/annotation.ts';
import { findMarkHost } from '../../../components/marks/mark-host.ts';
import type { PlaceName } from '../../../stores/annotation-place.ts';
import type { Column } from '../columns.ts';
import { sideOfColumn } from './places.ts';
import { offsetsOfRange, readProse } from './prose-text.ts';

export interface FoundTarget {
  readonly place: PlaceName;
  /** Where it is in the window. */
  readonly anchor: DOMRect;
  readonly kind: 'selected' | 'item' | 'side';
}

const whole: Mark = { kind: 'whole' };

/** What a tag or a note is on; undefined in a layer that shows no item of the instance. */
export function findTarget(columns: readonly Column[]): FoundTarget | undefined {
  if (viewerInFront() !== undefined) return ofItem(columns);
  return selectedText(columns) ?? ofItem(columns) ?? selectedSide() ?? focused();
}

/** What a flag is on: what is selected, the item of a large view, else a response or the instance. */
export function findFlagTarget(columns: readonly Column[]): PlaceName | undefined {
  const found = findTarget(columns);
  if (found === undefined || found.kind === 'selected' || viewerInFront() !== undefined)
    return found?.place;
  const { side, model } = found.place;
  return side === 'response'
    ? { side, model, mark: whole }
    : { side: 'instance', model: undefined, mark: whole };
}

/** A large view or a compare sheet lies over everything else, wherever the focus was left. */
export function viewerInFront(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-viewer-layer]')].at(-1);
}

function ofItem(columns: readonly Column[]): FoundTarget | undefined {
  const front = viewerInFront();
  const active = document.activeElement;
  const isInside = front === undefined || front.contains(active);
  const host = findMarkHost(isInside ? active : front);
  if (host === undefined) return undefined;
  const { item, element, selected } = host;
  const column = columns.find(({ sequence }) => sequence?.items.includes(item) === true);
  if (column === undefined) return undefined;
  const side = sideOfColumn(column.id);
  if (selected !== undefined) {
    const { mark, anchor } = selected;
    return { place: { ...side, mark }, anchor, kind: 'selected' };
  }
  const box = element.getBoundingClientRect();
  return {
    place: { ...side, mark: { kind: 'item', tag: item.tag } },
    anchor: front === undefined ? box : topOf(box),
    kind: 'item',
  };
}

function focused(): FoundTarget {
  const active = document.activeElement;
  const column = active?.closest<HTMLElement>('[data-column]') ?? undefined;
  if (active === null || column === undefined) return ofInstance();
  const side = sideOfColumn(column.dataset.column);
  const item = active.closest<HTMLElement>('[data-tag]');
  const tag = item?.dataset.tag;
  if (item !== null && tag !== undefined && column.contains(item)) {
    return {
      place: { ...side, mark: { kind: 'item', tag } },
      anchor: item.getBoundingClientRect(),
      kind: 'item',
    };
  }
  const anchor = topOf(column.getBoundingClientRect());
  return { place: { ...side, mark: whole }, anchor, kind: 'side' };
}

function selectedText(columns: readonly Column[]): FoundTarget | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const id = columnAt(range.startContainer);
  const column = columns.find((each) => each.id === id);
  if (id === undefined || id !== columnAt(range.endContainer)) return undefined;
  const content = column?.sequence?.content;
  const prose = content === undefined ? undefined : readProse(id, content);
  const offsets = prose === undefined ? undefined : offsetsOfRange(prose, range);
  if (offsets === undefined) return undefined;
  const place = { ...sideOfColumn(id), mark: { kind: 'text', ...offsets } } as const;
  return { place, anchor: range.getBoundingClientRect(), kind: 'selected' };
}

function columnAt(node: Node): string | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-column]')?.dataset.column;
}

/** Of words that stand in a column without being its own, e.g. what another one says instead. */
function selectedSide(): FoundTarget | undefined {
  const selection = document.getSelection();
  const node = selection?.anchorNode ?? null;
  if (selection === null || selection.isCollapsed || node === null) return undefined;
  const id = columnAt(node);
  if (id === undefined) return undefined;
  const anchor = selection.getRangeAt(0).getBoundingClientRect();
  return { place: { ...sideOfColumn(id), mark: whole }, anchor, kind: 'side' };
}

function ofInstance(): FoundTarget {
  const main = document.querySelector('main')?.getBoundingClientRect() ?? new DOMRect();
  const place: PlaceName = { side: 'instance', model: undefined, mark: whole };
  return { place, anchor: topOf(main), kind: 'side' };
}

/** Of something as tall as the window the panel opens at its head. */
const topOf = (rect: DOMRect) => new DOMRect(rect.x + 16, rect.y + 40, 0, 0);
