// Lines of code that are picked, to be spoken of: in the gutter, by selecting text, or by keys (the one
// that begins takes the first line in sight, arrows move, Shift and arrows extend, Enter says it).
import {
  useImperativeHandle,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { isKeyOf } from '../../hooks/key-match.ts';
import type { ModalityViewProps, SelectedPlace } from '../define.ts';
import { spanOfLines, stepLines, type PickedLines } from '../parts/marks/line-lanes.ts';

export interface LinePicking {
  /** From 1, both included. */
  readonly picked: { readonly from: number; readonly to: number } | undefined;
  /** Picks the first line in sight, or none again. */
  readonly toggle: () => void;
  /** Asks what to say of what is picked. */
  readonly say: () => void;
  /** Of the scrolling part. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Of a line's number: takes the line, with Shift or while dragging all up to it. */
  readonly onNumber: (event: PointerEvent, line: number) => void;
}

/** Stands at each line that is drawn. */
export const LINE = 'data-line';

/**
 * @param scroll  what holds the lines
 * @param count  how many lines there are
 * @returns undefined where nothing can be marked
 */
export function useLinePicking({
  tag,
  onMark,
  selection,
  scroll,
  count,
  show,
}: Pick<ModalityViewProps, 'onMark' | 'selection'> & {
  readonly tag: string;
  readonly scroll: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Brings a line into sight. */
  readonly show: (line: number) => void;
}): LinePicking | undefined {
  const [lines, setLines] = useState<PickedLines>();
  const picked = lines === undefined ? undefined : spanOfLines(lines);
  const selected = (): SelectedPlace | undefined => {
    const span = selectedLines(scroll.current) ?? picked;
    if (span === undefined || scroll.current === null) return undefined;
    return { mark: { kind: 'lines', tag, ...span }, anchor: anchorOf(scroll.current, span) };
  };
  useImperativeHandle(selection, () => selected);
  if (onMark === undefined) return undefined;
  const say = () => {
    const place = selected();
    if (place !== undefined) onMark(place.mark, place.anchor);
  };
  const toggle = () => {
    const first = lines === undefined ? firstInSight(scroll.current) : undefined;
    setLines(first === undefined ? undefined : { start: first, end: first });
  };
  return {
    picked,
    toggle,
    say,
    onKeyDown(event) {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
      if (isKeyOf('large.mark', event)) toggle();
      else if (lines !== undefined && by !== undefined) {
        const next = stepLines(lines, by, event.shiftKey, count);
        setLines(next);
        show(next.end);
      } else if (lines !== undefined && event.key === 'Enter') say();
      else if (lines !== undefined && event.key === 'Escape') setLines(undefined);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    onNumber(event, line) {
      if (event.type === 'pointerenter' && event.buttons !== 1) return;
      if (event.type === 'pointerdown' && event.button !== 0) return;
      const isExtending = event.shiftKey || event.type === 'pointerenter';
      document.getSelection()?.empty(); // what was selected before is not what is meant now
      setLines((before) => ({
        start: isExtending && before !== undefined ? before.start : line,
        end: line,
      }));
    },
  };
}

type Span = NonNullable<LinePicking['picked']>;

/** Lines that the selected text lies in; undefined where none of it is here. */
function selectedLines(scroll: HTMLElement | null): Span | undefined {
  const selection = document.getSelection();
  if (scroll === null || selection === null || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const first = lineAt(scroll, range.startContainer);
  const last = lineAt(scroll, range.endContainer);
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [numberOf(first), numberOf(last)];
  // a selection of whole lines ends before the first character of the next one
  return { from, to: to > from && hasNothingOf(range, last) ? to - 1 : to };
}

/** Whether a range that ends in a line ends before all of its code. */
function hasNothingOf({ endContainer, endOffset }: Range, line: HTMLElement): boolean {
  const code = line.querySelector('code');
  if (code === null) return true;
  const within = document.createRange();
  within.setStart(code, 0);
  within.setEnd(endContainer, endOffset);
  return within.toString() === '';
}

function lineAt(scroll: HTMLElement, node: Node): HTMLElement | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>(`[${LINE}]`) ?? undefined;
  return line !== undefined && scroll.contains(line) ? line : undefined;
}

const numberOf = (line: HTMLElement) => Number(line.getAttribute(LINE));

function drawnLines(scroll: HTMLElement): HTMLElement[] {
  return [...scroll.querySelectorAll<HTMLElement>(`[${LINE}]`)];
}

function firstInSight(scroll: HTMLElement | null): number | undefined {
  if (scroll === null) return undefined;
  const { top } = scroll.getBoundingClientRect();
  const first = drawnLines(scroll).find((line) => line.getBoundingClientRect().top >= top);
  return first === undefined ? undefined : numberOf(first);
}

/** Where lines are in the window; of those out of sight, the edge at which they are. */
function anchorOf(scroll: HTMLElement, { from, to }: Span): DOMRect {
  const area = scroll.getBoundingClientRect();
  const boxes = drawnLines(scroll)
    .filter((line) => numberOf(line) >= from && numberOf(line) <= to)
    .map((line) => line.getBoundingClientRect());
  const within = (y: number) => Math.min(area.bottom, Math.max(area.top, y));
  const top = within(boxes[0]?.top ?? area.top);
  const bottom = within(boxes.at(-1)?.bottom ?? area.top);
  return new DOMRect(area.x, top, Math.min(area.width, 320), bottom - top);
}
