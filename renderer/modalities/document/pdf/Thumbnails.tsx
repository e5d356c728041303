import { useEffect, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PageSize } from './page-size.ts';
import { PdfPage } from './PdfPage.tsx';
import styles from './PdfView.module.css';

const WIDTH_PX = 92;
const NUMBER_PX = 20;

/** Small pictures of all pages; only those in sight are drawn. */
export function Thumbnails({
  document,
  first,
  page,
  marked,
  onPage,
}: {
  readonly document: PDFDocumentProxy;
  readonly first: PageSize;
  readonly page: number;
  /** Pages of which something was said. */
  readonly marked: ReadonlySet<number>;
  readonly onPage: (page: number) => void;
}) {
  const scroll = useRef<HTMLDivElement>(null);
  const height = Math.round((WIDTH_PX * first.height) / first.width);
  const list = useVirtualizer({
    count: document.numPages,
    getScrollElement: () => scroll.current,
    estimateSize: () => height + NUMBER_PX,
    gap: 8,
    paddingStart: 8,
    paddingEnd: 8,
    overscan: 1,
  });
  useEffect(() => list.scrollToIndex(page - 1, { align: 'auto' }), [list, page]);
  return (
    <nav ref={scroll} className={styles.thumbnails} aria-label="Thumbnails">
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <button
            key={index}
            type="button"
            className={styles.thumbnail}
            style={{ transform: `translateY(${start}px)` }}
            aria-label={`Go to page ${index + 1}${marked.has(index + 1) ? ', marked' : ''}`}
            data-marked={marked.has(index + 1) || undefined}
            aria-current={index + 1 === page ? 'page' : undefined}
            onClick={() => onPage(index + 1)}
          >
            <PdfPage
              document={document}
              number={index + 1}
              width={WIDTH_PX}
              height={height}
              hasText={false}
            />
            {index + 1}
          </button>
        ))}
      </div>
    </nav>
  );
}
