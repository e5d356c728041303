import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { isKeyOf } from '../../../../hooks/key-match.ts';
import type { MarkGoal } from '../../../define.ts';
import { stepOfKey } from '../../../parts/DifferenceSteps.tsx';
import { EntryLabel } from '../../../parts/EntryLabel.tsx';
import { useGoal } from '../../../parts/marks/use-goal.ts';
import { useSize } from '../../../parts/use-size.ts';
import type { ComparedPdf } from './compared-pdf.ts';
import { isSameText } from './diff-pages.ts';
import { pairByNumber, pairPages } from './pair-pages.ts';
import { PageRow } from './PageRow.tsx';
import { PdfTools, zoomed, type PagesBy } from './PdfTools.tsx';
import { usePageTexts, type PageTexts } from './use-page-texts.ts';
import styles from './PdfCompare.module.css';

const HEAD_PX = 24;
const GAP_PX = 12;
const SIDE_PX = 10;

export function PdfRows({
  pdfs,
  problems,
  tools,
  goal,
}: {
  readonly pdfs: readonly ComparedPdf[];
  readonly problems: readonly string[];
  readonly tools: ReactNode;
  readonly goal: MarkGoal | undefined;
}) {
  const [by, setBy] = useState<PagesBy>('content');
  const [zoom, setZoom] = useState(1);
  const [current, setCurrent] = useState(0);
  const scroll = useRef<HTMLDivElement>(null);
  const panX = useRef(0);
  const room = useSize(scroll);
  const documents = useMemo(() => pdfs.map(({ pdf }) => pdf.document), [pdfs]);
  const reading = usePageTexts(documents);
  const { texts } = reading;
  const counts = useMemo(() => documents.map(({ numPages }) => numPages), [documents]);
  const rows = useMemo(
    () => (by === 'content' && texts !== undefined ? pairPages(texts) : pairByNumber(counts)),
    [by, texts, counts],
  );
  const differing = useMemo(() => differingRows(rows, texts), [rows, texts]);
  const width = Math.floor((room.width / pdfs.length - 2 * SIDE_PX) * zoom);
  const height = Math.max(
    ...pdfs.map(({ first }) => Math.round((width * first.height) / first.width)),
  );
  const list = useVirtualizer({
    count: rows[0]?.length ?? 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => HEAD_PX + height,
    gap: GAP_PX,
    paddingStart: GAP_PX,
    paddingEnd: GAP_PX,
    overscan: 1,
  });
  useEffect(() => list.measure(), [list, height, rows]);
  const items = list.getVirtualItems();
  const top = (list.scrollOffset ?? 0) + room.height / 3;
  const seen = (items.find((item) => item.end >= top) ?? items.at(-1))?.index ?? 0;

  const goTo = (row: number) => {
    setCurrent(row);
    list.scrollToIndex(row, { align: 'start' });
  };
  // rows change once the texts are read
  const isReady = width > 0 && (by === 'number' || texts !== undefined);
  useGoal(goal, isReady, ({ entryId, mark }) => {
    const at = pdfs.findIndex(({ entry }) => entry.id === entryId);
    const page = mark.kind === 'page' || mark.kind === 'box' ? (mark.page ?? 1) : 0;
    const row = rows[at]?.indexOf(page - 1) ?? -1;
    if (row < 0) return;
    goTo(row);
    const start = list.measurementsCache[row]?.start ?? 0;
    const inPage = mark.kind === 'box' ? mark.y * height - room.height / 3 : 0;
    if (inPage > 0) list.scrollToOffset(start + HEAD_PX + inPage);
  });
  const go = (step: 1 | -1) => {
    const from =
      differing.includes(current) && isNear(current, seen) ? current : seen - (step > 0 ? 1 : 0);
    const next =
      step > 0
        ? (differing.find((row) => row > from) ?? differing[0])
        : (differing.findLast((row) => row < from) ?? differing.at(-1));
    if (next !== undefined) goTo(next);
  };
  const change = (factor: number) => setZoom(zoomed(zoom, factor));
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLSelectElement) return;
    const step = stepOfKey(event);
    if (step !== undefined) go(step);
    else if (isKeyOf('large.zoomIn', event)) change(1.25);
    else if (isKeyOf('large.zoomOut', event)) change(1 / 1.25);
    else if (isKeyOf('large.fit', event)) setZoom(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const pan = (moved: HTMLElement) => {
    panX.current = moved.scrollLeft;
    for (const frame of scroll.current?.querySelectorAll<HTMLElement>('[data-frame]') ?? [])
      if (frame !== moved && frame.scrollLeft !== moved.scrollLeft)
        frame.scrollLeft = moved.scrollLeft;
  };
  return (
    <div className={styles.root} onKeyDown={onKey}>
      <PdfTools
        by={by}
        onBy={setBy}
        zoom={zoom}
        onZoom={setZoom}
        status={statusText(reading, differing, seen, rows)}
        onStep={differing.length === 0 ? undefined : go}
        tools={tools}
      />
      {problems.map((problem) => (
        <p key={problem} className={styles.note}>
          {problem}
        </p>
      ))}
      <div className={styles.heads}>
        {pdfs.map(({ entry, pdf }) => (
          <div key={entry.id} className={styles.head}>
            <EntryLabel entry={entry}>{pagesText(pdf.document.numPages)}</EntryLabel>
          </div>
        ))}
      </div>
      <div
        ref={scroll}
        className={styles.scroll}
        tabIndex={0}
        role="region"
        aria-label="Pages"
        data-own-keys
      >
        <div className={styles.list} style={{ height: list.getTotalSize() }}>
          {width > 0 &&
            items.map(({ index, start }) => (
              <PageRow
                key={index}
                pdfs={pdfs}
                pages={rows.map((list) => list[index] ?? -1)}
                width={width}
                height={height}
                top={start}
                isSame={texts !== undefined && !differing.includes(index)}
                panX={panX}
                onPan={pan}
              />
            ))}
        </div>
      </div>
    </div>
  );
}

const isNear = (row: number, seen: number) => Math.abs(row - seen) <= 1;

const pagesText = (count: number) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'page' : 'pages'}`;

/** Rows in which a page is missing or its words differ; none before the texts are here. */
function differingRows(rows: readonly Int32Array[], texts: PageTexts['texts']): readonly number[] {
  if (texts === undefined) return [];
  const [base, ...others] = rows;
  return Array.from({ length: base?.length ?? 0 }, (_, row) => row).filter((row) => {
    const own = base?.[row] ?? -1;
    return others.some((list, at) => {
      const page = list[row] ?? -1;
      if (own < 0 || page < 0) return true;
      return !isSameText(texts[0]?.[own] ?? '', texts[at + 1]?.[page] ?? '');
    });
  });
}

function statusText(
  { texts, read, total }: PageTexts,
  differing: readonly number[],
  seen: number,
  rows: readonly Int32Array[],
): string {
  const place = `row ${seen + 1} of ${rows[0]?.length ?? 0}`;
  if (texts === undefined) return `${place} · text of ${read} of ${total} pages read`;
  if (differing.length === 0) return `${place} · no difference in the text`;
  return `${place} · text of ${pagesText(differing.length)} differs`;
}
