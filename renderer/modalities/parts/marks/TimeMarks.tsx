// Marks on sound and film: the region that loops is what can be marked, and marked ranges are drawn on
// the line of time. The player's parts learn of them by context, as they are used for groups too.
import { createContext, use, useImperativeHandle, useRef, type ReactNode } from 'react';
import { MessageSquarePlus } from 'lucide-react';
import type { ModalityViewProps, PlacedMark, SelectedPlace } from '../../define.ts';
import { ToolButton } from '../ToolBar.tsx';
import type { TimeRange } from '../transport/group-time.ts';
import { spanOf } from './time-span.ts';
import styles from './TimeMarks.module.css';

type Marked = Pick<ModalityViewProps, 'marks' | 'onMark' | 'selection'> & {
  readonly tag: string;
};

const TimeMarksContext = createContext<Marked | undefined>(undefined);

/** Round a player of one item; those of several tell their lines of time themselves. */
export function TimeMarksOf({
  item,
  marks,
  onMark,
  selection,
  children,
}: Pick<ModalityViewProps, 'item' | 'marks' | 'onMark' | 'selection'> & {
  readonly children: ReactNode;
}) {
  const marked = { tag: item.tag, marks, onMark, selection };
  return <TimeMarksContext value={marked}>{children}</TimeMarksContext>;
}

/** Asks what to say of the region; nothing where nothing can be marked. */
export function TimeMarkTool({ region }: { readonly region: TimeRange | undefined }) {
  const own = useRef<HTMLSpanElement>(null);
  const marked = use(TimeMarksContext);
  const { tag = '', onMark } = marked ?? {};
  const selected = (): SelectedPlace | undefined => {
    const anchor = own.current?.getBoundingClientRect();
    if (region === undefined || anchor === undefined) return undefined;
    const ms = (seconds: number) => Math.round(seconds * 1000);
    const { fromS, toS } = region;
    return { mark: { kind: 'time', tag, startMs: ms(fromS), endMs: ms(toS) }, anchor };
  };
  useImperativeHandle(marked?.selection, () => selected);
  if (onMark === undefined) return null;
  return (
    <span ref={own} className={styles.tool}>
      <ToolButton
        label={region === undefined ? 'Mark a region: set it with [ and ]' : 'Mark the region'}
        icon={<MessageSquarePlus size={13} />}
        isDisabled={region === undefined}
        onClick={() => {
          const place = selected();
          if (place !== undefined) onMark(place.mark, place.anchor);
        }}
      />
    </span>
  );
}

/** The marked ranges over a stretch of time; `marks` where they are not those of the player's item. */
export function TimeMarkSpans({
  seen,
  marks: own,
}: {
  readonly seen: TimeRange;
  readonly marks?: readonly PlacedMark[] | undefined;
}) {
  const ofItem = use(TimeMarksContext)?.marks;
  const marks = own ?? ofItem ?? [];
  return marks.map(({ id, number, label, mark, isStale }) => {
    const span = mark.kind === 'time' ? spanOf(mark, seen) : undefined;
    if (span === undefined) return null;
    return (
      <span
        key={id}
        className={styles.span}
        data-stale={isStale || undefined}
        style={{ left: `${span.left * 100}%`, right: `${span.right * 100}%` }}
        role="img"
        aria-label={`Mark ${number}: ${label}`}
        title={label}
      >
        <span className={styles.number}>{number}</span>
      </span>
    );
  });
}
