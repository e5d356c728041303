import { useEffect, useRef, useState } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ModalityViewProps } from '../../define.ts';
import { StateBox } from '../../parts/StateBox.tsx';
import { ToolBar, ToolButton, ToolText } from '../../parts/ToolBar.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { useSize } from '../../parts/use-size.ts';
import type { ViewerLink } from '../../viewer-link.ts';
import { FullPdf } from './FullPdf.tsx';
import { openPdf, type OpenPdf } from './open-pdf.ts';
import { PageMarks, PageMarkTool, type PdfMarking } from './PageMarks.tsx';
import type { PageSize } from './page-size.ts';
import { PdfPage } from './PdfPage.tsx';
import styles from './PdfView.module.css';

interface Props {
  readonly url: string;
  readonly size: 'card' | 'full';
  readonly onDetails: ModalityViewProps['onDetails'];
  readonly link: ViewerLink | undefined;
  readonly marking: PdfMarking;
}

export function PdfView({ url, size, onDetails, link, marking }: Props) {
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
  return size === 'card' ? (
    <CardPdf {...loaded.value} link={link} marking={marking} />
  ) : (
    <FullPdf {...loaded.value} link={link} marking={marking} />
  );
}

/** In a card: one page at a time, as wide as the card. */
function CardPdf({
  pdf,
  first,
  link,
  marking,
}: {
  readonly pdf: OpenPdf;
  readonly first: PageSize;
  readonly link: ViewerLink | undefined;
  readonly marking: PdfMarking;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const [page, show] = useState(1);
  const { numPages } = pdf.document;
  const self = useRef({});
  useEffect(
    () =>
      link?.hear('page', self.current, ({ index }) =>
        show(Math.min(numPages, Math.max(1, index + 1))),
      ),
    [link, numPages],
  );
  const setPage = (next: number) => {
    show(next);
    link?.tell('page', { index: next - 1, offset: 0 }, self.current);
  };
  const height = (width * first.height) / first.width;
  return (
    <div className={styles.frame} data-size="card">
      <div ref={frame} className={styles.cardPage}>
        {width > 0 && (
          <PdfPage key={page} document={pdf.document} number={page} width={width} height={height}>
            <PageMarks marks={marking.marks} page={page} />
          </PdfPage>
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
          <PageMarkTool marking={marking} page={page} />
        </ToolBar>
      )}
    </div>
  );
}
