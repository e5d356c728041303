// The differences of two texts, beside each other or inline: only the rows in sight are drawn.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Columns2, Rows2, UnfoldVertical } from 'lucide-react';
import { isKeyOf, keyTitle } from '../../../hooks/key-match.ts';
import type { CompareEntry, MarkGoal } from '../../define.ts';
import { DifferenceSteps, stepOfKey } from '../../parts/DifferenceSteps.tsx';
import { EntryLabel } from '../../parts/EntryLabel.tsx';
import { ToolBar, ToolButton, ToolSpace } from '../../parts/ToolBar.tsx';
import { useSize } from '../../parts/use-size.ts';
import type { ComparedSide, TextComparison } from './compare-texts.ts';
import { DiffItemRow } from './DiffItemRow.tsx';
import { countText, sideNotes, statsOf } from './diff-notes.ts';
import { foldRows, hunksOf } from './fold-rows.ts';
import { heightOf } from './row-height.ts';
import { useDiffMarks, useLineGoal } from './use-diff-marks.ts';
import colours from '../colours.module.css';
import styles from './DiffPane.module.css';

export interface DiffPaneProps {
  readonly left: CompareEntry;
  readonly right: CompareEntry;
  readonly comparison: TextComparison;
  readonly notes: readonly string[];
  readonly face: 'code' | 'prose';
  readonly choice: ReactNode;
  readonly tools: ReactNode;
  readonly goal: MarkGoal | undefined;
}

export function DiffPane(props: DiffPaneProps) {
  const { left, right, comparison, notes, face, choice, tools, goal } = props;
  const { rows } = comparison;
  const [isInline, setInline] = useState(false);
  const [opened, setOpened] = useState<ReadonlySet<number> | 'all'>(new Set<number>());
  const [current, setCurrent] = useState(-1);
  const hunks = useMemo(() => hunksOf(rows), [rows]);
  const items = useMemo(() => foldRows(rows, opened, isInline), [rows, opened, isInline]);
  const scroll = useRef<HTMLDivElement>(null);
  const { width } = useSize(scroll);
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => heightOf(items[index], comparison, { width, isInline, face }),
    overscan: 24,
  });
  useEffect(() => list.measure(), [list, items, width, face]);

  const { marks, room } = useDiffMarks(left, right);
  const open = (from: number) => setOpened(opened === 'all' ? 'all' : new Set([...opened, from]));
  const show = (item: number) => list.scrollToIndex(Math.max(0, item), { align: 'center' });
  useLineGoal({ goal, left, right, comparison, items, onOpen: open, onShow: show });

  const itemOf = (hunk: number) => {
    const first = hunks[hunk]?.from;
    return items.findIndex((item) => item.kind === 'row' && item.row === first);
  };
  const go = (step: number) => {
    if (hunks.length === 0) return;
    const wanted = current < 0 && step < 0 ? hunks.length - 1 : current + step;
    const next = (wanted + hunks.length) % hunks.length;
    setCurrent(next);
    list.scrollToIndex(Math.max(0, itemOf(next) - 2), { align: 'start' });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOfKey(event);
    if (step !== undefined) go(step);
    else if (isKeyOf('texts.inline', event)) setInline(!isInline);
    else if (isKeyOf('texts.all', event)) setOpened(opened === 'all' ? new Set() : 'all');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const stats = statsOf(rows);
  const said = [...notes, ...sideNotes(left, right, comparison)];
  const hunk = hunks[current];
  return (
    <div className={styles.root} data-face={face} onKeyDown={onKey}>
      <div className={styles.tools}>
        <ToolBar label="Comparison">
          <ToolButton
            label="Beside each other"
            {...(isInline && { keys: keyTitle('texts.inline') })}
            icon={<Columns2 size={14} />}
            isPressed={!isInline}
            onClick={() => setInline(false)}
          />
          <ToolButton
            label="Inline"
            {...(!isInline && { keys: keyTitle('texts.inline') })}
            icon={<Rows2 size={14} />}
            isPressed={isInline}
            onClick={() => setInline(true)}
          />
          <ToolButton
            label="Show all lines"
            keys={keyTitle('texts.all')}
            icon={<UnfoldVertical size={14} />}
            isPressed={opened === 'all'}
            onClick={() => setOpened(opened === 'all' ? new Set() : 'all')}
          />
          {choice}
          <ToolSpace />
          <DifferenceSteps
            status={countText(stats, hunks.length, current)}
            onStep={hunks.length === 0 ? undefined : go}
          />
          {tools}
        </ToolBar>
      </div>
      <div className={styles.heads} data-inline={isInline}>
        <Head entry={left} side={comparison.left} sign="−" face={face} />
        <Head entry={right} side={comparison.right} sign="+" face={face} />
      </div>
      {said.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <div
        ref={scroll}
        className={`${styles.scroll} ${colours.colours}`}
        style={room}
        tabIndex={0}
        role="region"
        aria-label="Differences"
        data-own-keys
      >
        <div className={styles.list} style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start, key }) => {
            const item = items[index];
            if (item === undefined) return undefined;
            return (
              <div
                key={key}
                ref={list.measureElement}
                data-index={index}
                className={styles.slot}
                style={{ transform: `translateY(${start}px)` }}
              >
                <DiffItemRow
                  item={item}
                  comparison={comparison}
                  isInline={isInline}
                  isCurrent={
                    item.kind === 'row' &&
                    hunk !== undefined &&
                    item.row >= hunk.from &&
                    item.row < hunk.to
                  }
                  marks={marks}
                  onOpen={open}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Head({
  entry,
  side,
  sign,
  face,
}: {
  readonly entry: CompareEntry;
  readonly side: ComparedSide;
  readonly sign: string;
  readonly face: 'code' | 'prose';
}) {
  const word = face === 'code' ? 'line' : 'paragraph';
  const count = `${side.lineCount.toLocaleString('en-US')} ${side.lineCount === 1 ? word : `${word}s`}`;
  return (
    <div className={styles.head}>
      <span className={styles.headSign} aria-hidden="true">
        {sign}
      </span>
      <EntryLabel entry={entry}>
        {side.language === undefined ? count : `${side.language} · ${count}`}
      </EntryLabel>
    </div>
  );
}
