import { useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
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
import { PasswordPrompt } from './PasswordPrompt.tsx';
import {
  hearUnlocked,
  PasswordNeeded,
  passwordOf,
  rememberPassword,
  tellUnlocked,
} from './passwords.ts';
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
  const [tries, setTries] = useState(0);
  const loaded = useLoaded(
    `${url}\n${tries}`,
    (signal) => openUnlessLocked(url, signal),
    (opened) => opened.kind === 'open' && opened.pdf.close(),
  );
  const opened = loaded.status === 'ready' ? loaded.value : undefined;
  const retry = useCallback(() => setTries((before) => before + 1), []);
  const isLocked = opened?.kind === 'locked';
  useEffect(() => {
    if (!isLocked) return;
    return hearUnlocked((unlocked) => unlocked === url && retry());
  }, [isLocked, url, retry]);
  const pages = opened?.kind === 'open' ? opened.pdf.document.numPages : undefined;
  useEffect(() => {
    if (pages !== undefined) onDetails?.([pages === 1 ? '1 page' : `${pages} pages`]);
  }, [onDetails, pages]);
  if (loaded.status === 'failed') {
    return <StateBox kind="bad" title="PDF cannot be opened" detail={loaded.message} />;
  }
  if (opened === undefined) return <div className={styles.frame} data-size={size} />;
  if (opened.kind === 'locked') {
    return (
      <PasswordPrompt
        key={tries}
        isWrong={opened.isWrong}
        onSubmit={(password) => {
          rememberPassword(url, password);
          retry();
        }}
      />
    );
  }
  const shown = { pdf: opened.pdf, first: opened.first, link, marking };
  return size === 'card' ? <CardPdf {...shown} /> : <FullPdf {...shown} />;
}

type Opened =
  | { readonly kind: 'open'; readonly pdf: OpenPdf; readonly first: PageSize }
  | { readonly kind: 'locked'; readonly isWrong: boolean };

async function openUnlessLocked(url: string, signal: AbortSignal): Promise<Opened> {
  try {
    const pdf = await openPdf(url, signal);
    const { width, height } = (await pdf.document.getPage(1)).getViewport({ scale: 1 });
    if (passwordOf(url) !== undefined) tellUnlocked(url);
    return { kind: 'open', pdf, first: { width, height } };
  } catch (error) {
    if (error instanceof PasswordNeeded) return { kind: 'locked', isWrong: error.isWrong };
    throw error;
  }
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
  useImperativeHandle(marking.showing, () => (mark) => {
    const at = mark.kind === 'page' || mark.kind === 'box' ? mark.page : undefined;
    if (at !== undefined && at <= numPages) setPage(at);
  });
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
