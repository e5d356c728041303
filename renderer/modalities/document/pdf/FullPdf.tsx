import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { ChevronLeft, ChevronRight, PanelLeft } from 'lucide-react';
import { isKeyOf, keyTitle } from '../../../hooks/key-match.ts';
import type { ReadSelection } from '../../define.ts';
import { BoxTool, onBoxKey, useBoxDrawing } from '../../parts/marks/BoxLayer.tsx';
import { ToolBar, ToolButton, ToolSpace, ToolText } from '../../parts/ToolBar.tsx';
import type { ViewerLink } from '../../viewer-link.ts';
import type { OpenPdf } from './open-pdf.ts';
import { markedPages, PageMarkTool, type PdfMarking } from './PageMarks.tsx';
import type { PageSize } from './page-size.ts';
import { PdfPages, type GoTo } from './PdfPages.tsx';
import { PdfZoomTools } from './PdfZoomTools.tsx';
import { SearchField } from './search/SearchField.tsx';
import { useSearch, type Search } from './search/use-search.ts';
import { Thumbnails } from './Thumbnails.tsx';
import styles from './PdfView.module.css';

/** Documents of fewer pages are seen at a glance: no thumbnails unless they are asked for. */
const THUMBNAILS_FROM = 4;

/** In full: all pages below each other, with thumbnails and a search; only what is seen is drawn. */
export function FullPdf({
  pdf: { document },
  first,
  link,
  marking,
}: {
  readonly pdf: OpenPdf;
  readonly first: PageSize;
  readonly link: ViewerLink | undefined;
  readonly marking: PdfMarking;
}) {
  const { numPages } = document;
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  const [hasThumbnails, setThumbnails] = useState(numPages >= THUMBNAILS_FROM);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const search = useSearch(document, query);
  const target = useRef<GoTo>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { tag, marks, onMark, selection } = marking;
  const isOne = numPages === 1;
  const drawing = useBoxDrawing(onMark);
  const drawnBox = useRef<ReadSelection>(null);
  useImperativeHandle(selection, () => () => {
    const drawn = drawnBox.current?.();
    const head = frame.current?.querySelector('[role="region"]')?.getBoundingClientRect();
    if (drawn !== undefined || isOne || head === undefined) return drawn;
    const anchor = new DOMRect(head.x + 16, head.y + 16, 0, 0);
    return { mark: { kind: 'page', tag, page }, anchor };
  });
  const change = (factor: number) => setZoom(Math.min(5, Math.max(0.2, zoom * factor)));
  const hit = search.hits[at];
  const hitPage = hit?.page;
  useEffect(() => {
    if (hitPage !== undefined) target.current?.(hitPage);
  }, [hitPage]);
  const step = (by: 1 | -1) => {
    const { length } = search.hits;
    if (length > 0) setAt((at + by + length) % length);
  };
  return (
    <div ref={frame} className={styles.frame} data-size="full">
      <div className={styles.bar}>
        <ToolBar label="PDF">
          <ToolButton
            label="Thumbnails"
            keys={keyTitle('large.overview')}
            icon={<PanelLeft size={14} />}
            isPressed={hasThumbnails}
            onClick={() => setThumbnails(!hasThumbnails)}
          />
          <ToolButton
            label="Previous page"
            icon={<ChevronLeft size={14} />}
            isDisabled={page === 1}
            onClick={() => target.current?.(page - 1)}
          />
          <ToolText>
            page {page} of {numPages}
          </ToolText>
          <ToolButton
            label="Next page"
            icon={<ChevronRight size={14} />}
            isDisabled={page === numPages}
            onClick={() => target.current?.(page + 1)}
          />
          <ToolSpace />
          <SearchField
            field={field}
            value={query}
            onChange={(value) => {
              setQuery(value);
              setAt(0);
            }}
            status={searchText(search, at, numPages)}
            onStep={step}
            onLeave={() => {
              setQuery('');
              frame.current?.querySelector<HTMLElement>('[data-own-keys]')?.focus();
            }}
          />
          <BoxTool drawing={drawing} />
          {!isOne && <PageMarkTool marking={marking} page={page} />}
          <PdfZoomTools zoom={zoom} onZoomBy={change} onFit={() => setZoom(1)} />
        </ToolBar>
      </div>
      <div className={styles.inside}>
        {hasThumbnails && (
          <Thumbnails
            document={document}
            first={first}
            page={page}
            marked={markedPages(marks)}
            onPage={(wanted) => target.current?.(wanted)}
          />
        )}
        <PdfPages
          document={document}
          first={first}
          zoom={zoom}
          onPage={setPage}
          goTo={target}
          hits={query === '' ? undefined : search.hits}
          hit={hit}
          link={link}
          boxes={{ tag, marks, onMark, selection: drawnBox, drawing }}
          onKey={(event) => {
            if (onBoxKey(event, drawing)) return true;
            if (isKeyOf('large.zoomIn', event)) change(1.25);
            else if (isKeyOf('large.zoomOut', event)) change(1 / 1.25);
            else if (isKeyOf('large.fit', event)) setZoom(1);
            else if (isKeyOf('large.search', event)) field.current?.focus();
            else if (isKeyOf('large.overview', event)) setThumbnails(!hasThumbnails);
            else return false;
            return true;
          }}
        />
      </div>
    </div>
  );
}

function searchText({ hits, searched }: Search, at: number, pages: number): string {
  const isDone = searched >= pages;
  if (hits.length === 0) return isDone ? 'not found' : `${searched} of ${pages} pages searched`;
  return `${at + 1} of ${hits.length.toLocaleString('en-US')}${isDone ? '' : '+'}`;
}
