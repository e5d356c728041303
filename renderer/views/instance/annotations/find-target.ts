// What `f`, `t` and `n` are about: what is selected, else the card in focus, else the column in focus,
// else the instance.
import type { Mark } from '../../../../shared/model/annotation.ts';
import type { PlaceName } from '../../../stores/annotation-place.ts';
import type { Column } from '../columns.ts';
import { sideOfColumn } from './places.ts';
import { offsetsOfRange, readProse } from './prose-text.ts';

export interface FoundTarget {
  readonly place: PlaceName;
  /** Where it is in the window. */
  readonly anchor: DOMRect;
}

const whole: Mark = { kind: 'whole' };

export function findTarget(columns: readonly Column[]): FoundTarget {
  return selectedText(columns) ?? focused();
}

/** What a flag is on: a response, or the instance. */
export function findFlagTarget(): PlaceName {
  const { side, model } = focused().place;
  return side === 'response'
    ? { side, model, mark: whole }
    : { side: 'instance', model: undefined, mark: whole };
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
    };
  }
  return { place: { ...side, mark: whole }, anchor: topOf(column.getBoundingClientRect()) };
}

function selectedText(columns: readonly Column[]): FoundTarget | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const columnOf = (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-column]')
      ?.dataset.column;
  const id = columnOf(range.startContainer);
  const column = columns.find((each) => each.id === id);
  if (id === undefined || id !== columnOf(range.endContainer)) return undefined;
  const content = column?.sequence?.content;
  const prose = content === undefined ? undefined : readProse(id, content);
  const offsets = prose === undefined ? undefined : offsetsOfRange(prose, range);
  if (offsets === undefined) return undefined;
  const place = { ...sideOfColumn(id), mark: { kind: 'text', ...offsets } } as const;
  return { place, anchor: range.getBoundingClientRect() };
}

function ofInstance(): FoundTarget {
  const main = document.querySelector('main')?.getBoundingClientRect() ?? new DOMRect();
  const place: PlaceName = { side: 'instance', model: undefined, mark: whole };
  return { place, anchor: topOf(main) };
}

/** Of something as tall as the window the panel opens at its head. */
const topOf = (rect: DOMRect) => new DOMRect(rect.x + 16, rect.y + 40, 0, 0);
