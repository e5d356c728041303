// Marks on sound and film: the region that loops is what can be marked, and marked ranges are drawn on
// the line of time. The player's parts learn of them by context, as they are used for groups too.
import { createContext, use, useRef, type ReactNode } from 'react';
import { MessageSquarePlus } from 'lucide-react';
import type { ModalityViewProps } from '../../define.ts';
import { ToolButton } from '../ToolBar.tsx';
import type { TimeRange } from '../transport/group-time.ts';
import { spanOf } from './time-span.ts';
import styles from './TimeMarks.module.css';

type Marked = Pick<ModalityViewProps, 'marks' | 'onMark'> & { readonly tag: string };

const TimeMarksContext = createContext<Marked | undefined>(undefined);

/** Round a player of one item; players of several have no marks. */
export function TimeMarksOf({
  item,
  marks,
  onMark,
  children,
}: Pick<ModalityViewProps, 'item' | 'marks' | 'onMark'> & { readonly children: ReactNode }) {
  return <TimeMarksContext value={{ tag: item.tag, marks, onMark }}>{children}</TimeMarksContext>;
}

/** Asks what to say of the region; nothing where nothing can be marked. */
export function TimeMarkTool({ region }: { readonly region: TimeRange | undefined }) {
  const own = useRef<HTMLSpanElement>(null);
  const marked = use(TimeMarksContext);
  if (marked?.onMark === undefined) return null;
  const { tag, onMark } = marked;
  return (
    <span ref={own} className={styles.tool}>
      <ToolButton
        label={region === undefined ? 'Mark a region: set it with [ and ]' : 'Mark the region'}
        icon={<MessageSquarePlus size={13} />}
        isDisabled={region === undefined}
        onClick={() => {
          const anchor = own.current?.getBoundingClientRect();
          if (region === undefined || anchor === undefined) return;
          const ms = (seconds: number) => Math.round(seconds * 1000);
          onMark({ kind: 'time', tag, startMs: ms(region.fromS), endMs: ms(region.toS) }, anchor);
        }}
      />
    </span>
  );
}

/** The marked ranges over a stretch of time. */
export function TimeMarkSpans({ seen }: { readonly seen: TimeRange }) {
  const marks = use(TimeMarksContext)?.marks ?? [];
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
