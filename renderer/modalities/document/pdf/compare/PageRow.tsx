import { useMemo, type RefObject } from 'react';
import { BoxLayer } from '../../../parts/marks/BoxLayer.tsx';
import { boxesOf } from '../../../parts/marks/picture-boxes.ts';
import { useLoaded } from '../../../parts/use-loaded.ts';
import type { TextMark } from '../mark-layer.ts';
import { PageMarks } from '../PageMarks.tsx';
import { loadPageText, type TextSpan } from '../page-text.ts';
import { PdfPage } from '../PdfPage.tsx';
import type { ComparedPdf } from './compared-pdf.ts';
import { diffPages } from './diff-pages.ts';
import styles from './PdfCompare.module.css';

interface Props {
  readonly pdfs: readonly ComparedPdf[];
  /** Index of the page of each document, -1 where it has none. */
  readonly pages: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly isSame: boolean;
  readonly panX: RefObject<number>;
  readonly onPan: (frame: HTMLElement) => void;
}

interface Marked {
  readonly marks: readonly TextMark[];
  /** What is said above the page. */
  readonly note: string;
}

/** Pages that belong together, with the words marked that differ from those of the first document. */
export function PageRow(props: Props) {
  const { pdfs, pages, width, height, top, isSame, panX, onPan } = props;
  const key = pages.join();
  const differences = useLoaded(key, () => markPages(pdfs, pages));
  const marked = differences.status === 'ready' ? differences.value : undefined;
  const columns = useMemo(
    () => ({ gridTemplateColumns: `repeat(${pdfs.length}, minmax(0, 1fr))` }),
    [pdfs.length],
  );
  return (
    <div
      className={styles.row}
      style={{ transform: `translateY(${top}px)`, ...columns }}
      role="group"
      aria-label={pages.map((page) => (page < 0 ? 'no page' : `page ${page + 1}`)).join(' beside ')}
    >
      {pdfs.map(({ entry, pdf, first }, index) => {
        const page = pages[index] ?? -1;
        const own = marked?.[index];
        const pageHeight = Math.round((width * first.height) / first.width);
        return (
          <div key={entry.id} className={styles.slot}>
            <p className={styles.caption}>
              {page < 0 ? '' : `page ${page + 1}`}
              <span data-same={isSame}>{own?.note}</span>
            </p>
            {page < 0 ? (
              <div className={styles.nothing} style={{ height }}>
                no page here
              </div>
            ) : (
              <div
                className={styles.frame}
                data-frame
                ref={(frame) => {
                  if (frame !== null) frame.scrollLeft = panX.current;
                }}
                onScroll={(event) => onPan(event.currentTarget)}
              >
                <PdfPage
                  document={pdf.document}
                  number={page + 1}
                  width={width}
                  height={pageHeight}
                  marks={own?.marks}
                >
                  <PageMarks marks={entry.marks ?? []} page={page + 1} />
                  <BoxLayer
                    {...boxesOf({ ...entry, size: 'full' })}
                    drawing={undefined}
                    page={pdf.document.numPages === 1 ? undefined : page + 1}
                    placement={{ x: 0, y: 0, width, height: pageHeight }}
                  />
                </PdfPage>
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

async function markPages(
  pdfs: readonly ComparedPdf[],
  pages: readonly number[],
): Promise<readonly Marked[]> {
  const texts = await Promise.all(
    pdfs.map(async ({ pdf }, index) => {
      const page = pages[index] ?? -1;
      return page < 0 ? undefined : (await loadPageText(pdf.document, page + 1)).text;
    }),
  );
  const [base, ...others] = texts;
  const differences = others.map((text) =>
    base === undefined || text === undefined ? undefined : diffPages(base, text),
  );
  const outs = differences.flatMap((difference) => difference?.left ?? []);
  const first: Marked = {
    marks: union(outs).map((span) => ({ ...span, kind: 'out' })),
    note: base === undefined ? '' : base.trim() === '' ? 'no text on this page' : '',
  };
  return [
    first,
    ...differences.map((difference, at): Marked => {
      const text = others[at];
      if (text?.trim() === '') return { marks: [], note: 'no text on this page' };
      if (difference === undefined) return { marks: [], note: '' };
      const { right, out, put, isExact } = difference;
      const isEqual = out === 0 && put === 0;
      const words = `−${out} +${put} ${out + put === 1 ? 'word' : 'words'}`;
      return {
        marks: right.map((span) => ({ ...span, kind: 'in' })),
        note: isEqual ? 'same text' : isExact ? words : `${words}, not compared to the end`,
      };
    }),
  ];
}

/** Stretches that overlap, as one; in order. */
function union(spans: readonly TextSpan[]): TextSpan[] {
  const out: TextSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && span.start <= last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}
