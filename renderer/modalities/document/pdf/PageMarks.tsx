import { MessageSquarePlus } from 'lucide-react';
import type { ModalityViewProps, PlacedMark } from '../../define.ts';
import { ToolButton } from '../../parts/ToolBar.tsx';
import styles from './PageMarks.module.css';

/** What is marked on a document's pages, and how more is. */
export interface PdfMarking extends Pick<ModalityViewProps, 'onMark' | 'selection' | 'showing'> {
  readonly tag: string;
  readonly marks: readonly PlacedMark[];
}

/** Numbers of what was said of a page as a whole, at its corner. */
export function PageMarks({
  marks,
  page,
}: {
  readonly marks: readonly PlacedMark[];
  readonly page: number;
}) {
  const own = marks.filter(({ mark }) => mark.kind === 'page' && mark.page === page);
  if (own.length === 0) return null;
  return (
    <span className={styles.marks}>
      {own.map(({ id, number, label, isStale }) => (
        <span
          key={id}
          className={styles.number}
          data-stale={isStale || undefined}
          role="img"
          aria-label={`Mark ${number}: ${label}`}
          title={label}
        >
          {number}
        </span>
      ))}
    </span>
  );
}

/** Pages of which something was said, from 1; regions of them too. */
export function markedPages(marks: readonly PlacedMark[]): ReadonlySet<number> {
  return new Set(
    marks.flatMap(({ mark }) =>
      mark.kind === 'page' || mark.kind === 'box' ? [mark.page ?? 1] : [],
    ),
  );
}

/** Asks what to say of a page; nothing where nothing can be marked. */
export function PageMarkTool({
  marking: { tag, onMark },
  page,
}: {
  readonly marking: PdfMarking;
  readonly page: number;
}) {
  if (onMark === undefined) return null;
  return (
    <ToolButton
      label={`Say something of page ${page}`}
      icon={<MessageSquarePlus size={13} />}
      onClick={() => {
        const anchor = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
        onMark({ kind: 'page', tag, page }, anchor);
      }}
    />
  );
}
