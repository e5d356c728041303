import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { BoxLayer, type BoxLayerProps } from '../../parts/marks/BoxLayer.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { useSize } from '../../parts/use-size.ts';
import type { ViewerLink } from '../../viewer-link.ts';
import { PageMarks } from './PageMarks.tsx';
import type { PageSize } from './page-size.ts';
import { PdfPage } from './PdfPage.tsx';
import { marksByPage, type Hit } from './search/use-search.ts';
import styles from './PdfView.module.css';

const noMarks: readonly [] = [];
const GAP_PX = 12;
const SIDE_PX = 24;
const WIDEST_PX = 980;
/** Sizes of all pages are read for documents up to this; beyond, all are taken to be like the first. */
const MEASURED_PAGES = 1_000;

/** Scrolls to a page, from 1. */
export type GoTo = ((page: number) => void) | undefined;

/** All pages below each other; only those that are seen, and one on each side, hold a canvas. */
export function PdfPages({
  document,
  first,
  zoom,
  onPage,
  goTo,
  hits,
  hit,
  link,
  boxes,
  onKey,
}: {
  readonly document: PDFDocumentProxy;
  readonly first: PageSize;
  readonly zoom: number;
  readonly onPage: (page: number) => void;
  readonly goTo: RefObject<GoTo>;
  /** Places that are marked; undefined while nothing is sought. */
  readonly hits: readonly Hit[] | undefined;
  /** The one among them that is gone to. */
  readonly hit: Hit | undefined;
  readonly link: ViewerLink | undefined;
  /** Regions of pages that were marked, and the one that is being drawn on the page in sight. */
  readonly boxes: Omit<BoxLayerProps, 'placement' | 'page'>;
  /** @returns true when the key was used */
  readonly onKey: (event: KeyboardEvent) => boolean;
}) {
  const scroll = useRef<HTMLDivElement>(null);
  const room = useSize(scroll);
  const sizes = useLoaded(document.fingerprints[0] ?? '', () => measurePages(document));
  const width = Math.floor(Math.min(WIDEST_PX, Math.max(0, room.width - 2 * SIDE_PX)) * zoom);
  const heightOf = (index: number) => {
    const known = sizes.status === 'ready' ? sizes.value[index] : undefined;
    const { width: wide, height: high } = known ?? first;
    return Math.round((width * high) / wide);
  };
  const pages = useVirtualizer({
    count: document.numPages,
    getScrollElement: () => scroll.current,
    estimateSize: heightOf,
    gap: GAP_PX,
    paddingStart: GAP_PX,
    paddingEnd: GAP_PX,
    overscan: 1,
  });
  useEffect(() => pages.measure(), [pages, width, sizes]);
  useEffect(() => {
    goTo.current = (page) => pages.scrollToIndex(page - 1, { align: 'start' });
    return () => {
      goTo.current = undefined;
    };
  }, [goTo, pages]);
  const marks = useMemo(() => marksByPage(hits ?? [], hit), [hits, hit]);
  const self = useRef({});
  // where it was put by another viewer: its own scroll event then is no news
  const put = useRef(-1);
  useEffect(
    () =>
      link?.hear('page', self.current, ({ index, offset }) => {
        const element = scroll.current;
        const place = pages.measurementsCache[Math.min(index, document.numPages - 1)];
        if (element === null || place === undefined) return;
        element.scrollTop = place.start + offset * place.size;
        put.current = element.scrollTop;
      }),
    [link, pages, document],
  );
  const tell = (top: number) => {
    if (Math.abs(top - put.current) < 1) return;
    put.current = -1;
    const place = pages.getVirtualItemForOffset(top);
    if (place === undefined) return;
    const offset = Math.max(0, (top - place.start) / place.size);
    link?.tell('page', { index: place.index, offset }, self.current);
  };
  const items = pages.getVirtualItems();
  const middle = (pages.scrollOffset ?? 0) + room.height / 2;
  // before it has a width all pages are of no height, and the last one would be in sight
  const seen = width > 0 ? items : [];
  const current = seen.find((item) => item.end >= middle) ?? seen.at(-1);
  const page = (current?.index ?? 0) + 1;
  useEffect(() => onPage(page), [onPage, page]);
  // a box stays on the page on which it was begun
  const isDrawing = boxes.drawing?.box !== undefined;
  const [begun, setBegun] = useState<number>();
  if (isDrawing && begun === undefined) setBegun(page);
  if (!isDrawing && begun !== undefined) setBegun(undefined);
  const drawnOn = begun ?? page;
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label="Pages"
      data-own-keys
      onScroll={(event) => tell(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        if (onKey(event)) event.preventDefault();
      }}
    >
      <div className={styles.pages} style={{ height: pages.getTotalSize(), minWidth: width }}>
        {width > 0 &&
          items.map(({ index, start }) => (
            <div
              key={index}
              className={styles.slot}
              style={{ transform: `translateY(${start}px)` }}
            >
              <PdfPage
                document={document}
                number={index + 1}
                width={width}
                height={heightOf(index)}
                marks={marks.get(index + 1) ?? noMarks}
              >
                <PageMarks marks={boxes.marks} page={index + 1} />
                <BoxLayer
                  {...boxes}
                  isInScroll
                  {...(index + 1 !== drawnOn && { drawing: undefined, selection: undefined })}
                  page={document.numPages === 1 ? undefined : index + 1}
                  placement={{ x: 0, y: 0, width, height: heightOf(index) }}
                />
              </PdfPage>
            </div>
          ))}
      </div>
    </div>
  );
}

async function measurePages(document: PDFDocumentProxy): Promise<PageSize[]> {
  const sizes: PageSize[] = [];
  for (let number = 1; number <= Math.min(document.numPages, MEASURED_PAGES); number++) {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  return sizes;
}
