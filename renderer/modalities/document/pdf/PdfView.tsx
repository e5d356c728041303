import { useEffect, useRef, useState } from 'react';
import { ChevronLeft, ChevronRight, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import type { ModalityViewProps } from '../../define.ts';
import { StateBox } from '../../parts/StateBox.tsx';
import { ToolBar, ToolButton, ToolSpace, ToolText } from '../../parts/ToolBar.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { useSize } from '../../parts/use-size.ts';
import { openPdf, type OpenPdf } from './open-pdf.ts';
import type { PageSize } from './page-size.ts';
import { PdfPage } from './PdfPage.tsx';
import { PdfPages } from './PdfPages.tsx';
import styles from './PdfView.module.css';

interface Props {
  readonly url: string;
  readonly size: 'card' | 'full';
  readonly onDetails: ModalityViewProps['onDetails'];
}

export function PdfView({ url, size, onDetails }: Props) {
  const loaded = useLoaded(
    url,
    async (signal) => {
      const pdf = await openPdf(url, signal);
      const first = (await pdf.document.getPage(1)).getViewport({ scale: 1 });
      return { pdf, first: { width: first.width, height: first.height } };
    },
    ({ pdf }) => pdf.close(),
  );
  const pages = loaded.status === 'ready' ? loaded.value.pdf.document.numPages : undefined;
  useEffect(() => {
    if (pages !== undefined) onDetails?.([pages === 1 ? '1 page' : `${pages} pages`]);
  }, [onDetails, pages]);
  if (loaded.status === 'failed') {
    return <StateBox kind="bad" title="PDF cannot be opened" detail={loaded.message} />;
  }
  if (loaded.status === 'loading') return <div className={styles.frame} data-size={size} />;
  return size === 'card' ? <CardPdf {...loaded.value} /> : <FullPdf {...loaded.value} />;
}

/** In a card: one page at a time, as wide as the card. */
function CardPdf({ pdf, first }: { readonly pdf: OpenPdf; readonly first: PageSize }) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const [page, setPage] = useState(1);
  const { numPages } = pdf.document;
  const height = (width * first.height) / first.width;
  return (
    <div className={styles.frame} data-size="card">
      <div ref={frame} className={styles.cardPage}>
        {width > 0 && (
          <PdfPage key={page} document={pdf.document} number={page} width={width} height={height} />
        )}
      </div>
      {numPages > 1 && (
        <ToolBar label="Pages">
          <ToolButton
            label="Previous page"
            icon={<ChevronLeft size={14} />}
            isDisabled={page === 1}
            onClick={() => setPage(page - 1)}
          />
          <ToolText>
            {page} of {numPages}
          </ToolText>
          <ToolButton
            label="Next page"
            icon={<ChevronRight size={14} />}
            isDisabled={page === numPages}
            onClick={() => setPage(page + 1)}
          />
        </ToolBar>
      )}
    </div>
  );
}

/** In full: all pages below each other, only those near the view drawn. */
function FullPdf({ pdf, first }: { readonly pdf: OpenPdf; readonly first: PageSize }) {
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  const { numPages } = pdf.document;
  const target = useRef<(page: number) => void>(undefined);
  const change = (factor: number) => setZoom(Math.min(5, Math.max(0.2, zoom * factor)));
  return (
    <div className={styles.frame} data-size="full">
      <div className={styles.bar}>
        <ToolBar label="PDF">
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
          <ToolButton
            label="Smaller"
            keys="−"
            icon={<ZoomOut size={14} />}
            onClick={() => change(1 / 1.25)}
          />
          <ToolText>{Math.round(zoom * 100)} %</ToolText>
          <ToolButton
            label="Larger"
            keys="+"
            icon={<ZoomIn size={14} />}
            onClick={() => change(1.25)}
          />
          <ToolButton
            label="Fit the width"
            keys="0"
            icon={<MoveHorizontal size={14} />}
            isPressed={zoom === 1}
            onClick={() => setZoom(1)}
          />
        </ToolBar>
      </div>
      <PdfPages
        document={pdf.document}
        first={first}
        zoom={zoom}
        onPage={setPage}
        goTo={target}
        onKey={(key) => {
          if (key === '+' || key === '=') change(1.25);
          else if (key === '-') change(1 / 1.25);
          else if (key === '0') setZoom(1);
          else return false;
          return true;
        }}
      />
    </div>
  );
}
