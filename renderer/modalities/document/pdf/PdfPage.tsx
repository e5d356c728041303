import { useEffect, useRef, useState, type ReactNode } from 'react';
import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import { markLayer, type TextMark } from './mark-layer.ts';
import { loadPageText } from './page-text.ts';
import styles from './PdfView.module.css';

/** Canvases larger than this are drawn smaller and stretched. */
const MOST_PIXELS = 8_000_000;

/** One page: a canvas, and over it the text, to be selected. Both go when the page leaves the view. */
export function PdfPage({
  document,
  number,
  width,
  height,
  marks,
  hasText = true,
  children,
}: {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Stretches of the page's text that are marked, in order. */
  readonly marks?: readonly TextMark[] | undefined;
  /** False for a small picture of the page, whose text cannot be selected. */
  readonly hasText?: boolean;
  /** Drawn over the page. */
  readonly children?: ReactNode;
}) {
  const [pieces, setPieces] = useState<readonly HTMLElement[]>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<string>();
  useEffect(() => {
    const surface = canvas.current;
    const layer = text.current;
    if (surface === null || layer === null || width <= 0) return;
    const drawing = drawPage(document, number, width, surface, hasText ? layer : undefined);
    drawing.done.then(
      (drawn) => {
        if (!drawing.isCancelled()) setPieces(drawn);
      },
      (reason: unknown) => {
        if (!drawing.isCancelled())
          setError(reason instanceof Error ? reason.message : String(reason));
      },
    );
    return () => {
      drawing.cancel();
      // an empty canvas gives its memory back at once
      surface.width = 0;
      surface.height = 0;
      layer.replaceChildren();
    };
  }, [document, number, width, hasText]);
  useEffect(() => {
    if (pieces === undefined || marks === undefined) return;
    let isGone = false;
    void loadPageText(document, number).then(({ pieces: places, text: all }) => {
      if (isGone) return;
      markLayer(pieces, places, all, marks);
      text.current
        ?.querySelector('mark[data-kind="found-current"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    return () => {
      isGone = true;
    };
  }, [document, number, pieces, marks]);
  return (
    <div className={styles.page} style={{ width, height }} aria-label={`Page ${number}`}>
      <canvas ref={canvas} />
      <div ref={text} className={styles.text} />
      {children}
      {error !== undefined && (
        <p className={styles.pageError}>
          Page {number}: {error}
        </p>
      )}
    </div>
  );
}

function drawPage(
  document: PDFDocumentProxy,
  number: number,
  width: number,
  canvas: HTMLCanvasElement,
  layer: HTMLDivElement | undefined,
) {
  let isCancelled = false;
  let stop: () => void = () => undefined;
  let page: PDFPageProxy | undefined;
  const run = async (): Promise<readonly HTMLElement[] | undefined> => {
    page = await document.getPage(number);
    if (isCancelled) return undefined;
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: width / natural.width });
    const pixels = viewport.width * viewport.height;
    const density = Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / pixels));
    canvas.width = Math.floor(viewport.width * density);
    canvas.height = Math.floor(viewport.height * density);
    const rendering = page.render({
      canvas,
      viewport,
      transform: [density, 0, 0, density, 0, 0],
    });
    stop = () => rendering.cancel();
    await rendering.promise;
    if (isCancelled || layer === undefined) return undefined;
    layer.style.setProperty('--total-scale-factor', String(viewport.scale));
    const words = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: layer,
      viewport,
    });
    stop = () => words.cancel();
    await words.render();
    return words.textDivs;
  };
  const done = run().finally(() => page?.cleanup());
  return {
    done,
    isCancelled: () => isCancelled,
    cancel: () => {
      isCancelled = true;
      stop();
    },
  };
}
