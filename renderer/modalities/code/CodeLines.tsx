import {
  useEffect,
  useMemo,
  type CSSProperties,
  type PointerEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { VisibleText } from '../../components/visible-text/VisibleText.tsx';
import type { PlacedMark } from '../define.ts';
import { inLanes } from '../parts/marks/line-lanes.ts';
import type { ViewerLink } from '../viewer-link.ts';
import styles from './CodePane.module.css';
import colours from './colours.module.css';
import { GutterMarks, gutterWidth } from './GutterMarks.tsx';
import { cutLine, type Line } from './line-tokens.ts';
import { useLineLink } from './use-line-link.ts';
import { LINE, type LinePicking } from './use-picked-lines.ts';

const LINE_PX = 18;
/** A line longer than this is cut where it is drawn; copying gives all of it. */
const DRAWN_CHARACTERS = 5_000;

/** Lines of code that are in sight, with their numbers and what was marked. */
export function CodeLines({
  scroll,
  lines,
  shown,
  size,
  link,
  marks,
  picking,
  goTo,
}: {
  readonly scroll: RefObject<HTMLDivElement | null>;
  readonly lines: readonly Line[];
  /** How many of them. */
  readonly shown: number;
  readonly size: 'card' | 'full';
  readonly link: ViewerLink | undefined;
  readonly marks: readonly PlacedMark[];
  readonly picking: LinePicking | undefined;
  /** Set to what brings a line into sight. */
  readonly goTo: RefObject<((line: number) => void) | undefined>;
}) {
  const digits = String(lines.length).length;
  const laid = useMemo(() => inLanes(marks), [marks]);
  const lanes = Math.max(0, ...laid.map(({ lane }) => lane + 1));
  const rows = useVirtualizer({
    count: shown,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE_PX,
    overscan: 20,
  });
  const onScroll = useLineLink(link, scroll, LINE_PX);
  useEffect(() => {
    goTo.current = (line) => rows.scrollToIndex(line - 1);
  }, [goTo, rows]);
  return (
    <div
      ref={scroll}
      className={`${styles.scroll} ${colours.colours}`}
      onScroll={onScroll}
      onKeyDown={picking?.onKeyDown}
      tabIndex={0}
      role="region"
      aria-label="Code"
      {...(size === 'full' && { 'data-own-keys': true })}
    >
      <div className={styles.lines} style={{ height: rows.getTotalSize() }}>
        <div style={{ transform: `translateY(${rows.getVirtualItems()[0]?.start ?? 0}px)` }}>
          {rows.getVirtualItems().map(({ index }) => (
            <CodeLine
              key={index}
              line={lines[index] ?? []}
              number={index + 1}
              gutter={gutterWidth(digits, lanes)}
              picking={picking}
            >
              <GutterMarks marks={laid} line={index + 1} />
            </CodeLine>
          ))}
        </div>
      </div>
    </div>
  );
}

function CodeLine({
  line,
  number,
  gutter,
  picking,
  children,
}: {
  readonly line: Line;
  readonly number: number;
  readonly gutter: CSSProperties;
  readonly picking: LinePicking | undefined;
  /** Marks in the gutter. */
  readonly children: ReactNode;
}) {
  const { tokens, hidden } = cutLine(line, DRAWN_CHARACTERS);
  const { picked, onNumber } = picking ?? {};
  const isPicked = picked !== undefined && number >= picked.from && number <= picked.to;
  const onPointer = (event: PointerEvent) => onNumber?.(event, number);
  return (
    <div className={styles.line} data-picked={isPicked || undefined} {...{ [LINE]: number }}>
      <span
        className={styles.number}
        style={gutter}
        data-pickable={onNumber !== undefined || undefined}
        onPointerDown={onPointer}
        onPointerEnter={onPointer}
      >
        {children}
        <span aria-hidden="true">{number}</span>
      </span>
      <code>
        {tokens.map((token, index) => (
          <span key={index} className={token.className}>
            <VisibleText text={token.text} />
          </span>
        ))}
        {hidden > 0 && (
          <span className={styles.hidden}> … {hidden.toLocaleString('en-US')} more characters</span>
        )}
        {'\n'}
      </code>
    </div>
  );
}
