import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import type { CompareEntry, MarkGoal } from '../../define.ts';
import { inLanes, type LineMark } from '../../parts/marks/line-lanes.ts';
import { useGoal } from '../../parts/marks/use-goal.ts';
import { laneRoom } from '../GutterMarks.tsx';
import type { TextComparison } from './compare-texts.ts';
import type { DiffItem } from './fold-rows.ts';
import { gapOfRow, itemOfRow, rowOfLine, type DiffSide } from './marked-rows.ts';

/** Marked lines of both sides, in the lanes of their gutters. */
export type DiffMarks = Readonly<Record<DiffSide, readonly LineMark[]>>;

/** What is marked on two texts, and the room that it takes beside the numbers. */
export function useDiffMarks(
  left: CompareEntry,
  right: CompareEntry,
): { readonly marks: DiffMarks; readonly room: CSSProperties } {
  return useMemo(() => {
    const marks = { left: inLanes(left.marks ?? []), right: inLanes(right.marks ?? []) };
    const lanes = (side: DiffSide) => Math.max(0, ...marks[side].map(({ lane }) => lane + 1));
    const room = {
      '--left-lanes': laneRoom(lanes('left')),
      '--right-lanes': laneRoom(lanes('right')),
    };
    return { marks, room: room as CSSProperties }; // properties of our own
  }, [left, right]);
}

/** Brings marked lines into sight, out of the gap in which they may be folded. */
export function useLineGoal({
  goal,
  left,
  right,
  comparison,
  items,
  onOpen,
  onShow,
}: {
  readonly goal: MarkGoal | undefined;
  readonly left: CompareEntry;
  readonly right: CompareEntry;
  readonly comparison: TextComparison;
  readonly items: readonly DiffItem[];
  readonly onOpen: (gap: number) => void;
  readonly onShow: (item: number) => void;
}): void {
  // waits until its gap is drawn open
  const folded = useRef<{ readonly row: number; readonly side: DiffSide }>(undefined);
  const show = useRef(onShow);
  useEffect(() => {
    show.current = onShow;
  });
  useEffect(() => {
    const { row, side } = folded.current ?? {};
    folded.current = undefined;
    if (row !== undefined && side !== undefined) show.current(itemOfRow(items, row, side));
  }, [items]);
  const isHere = goal?.entryId === left.id || goal?.entryId === right.id;
  useGoal(isHere ? goal : undefined, true, ({ entryId, mark }) => {
    const side = entryId === left.id ? 'left' : 'right';
    const row = mark.kind === 'lines' ? rowOfLine(comparison, side, mark.from) : undefined;
    if (row === undefined) return;
    const gap = gapOfRow(items, row);
    if (gap === undefined) return onShow(itemOfRow(items, row, side));
    folded.current = { row, side };
    onOpen(gap);
  });
}
