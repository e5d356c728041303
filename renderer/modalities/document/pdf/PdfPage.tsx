import { useEffect, useRef, useState } from 'react';
import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import styles from './PdfView.module.css';

/** Canvases larger than this are drawn smaller and stretched. */
const MOST_PIXELS = 8_000_000;

/** One page: a canvas, and over it the text, to be selected. Both go when the page leaves the view. */
export function PdfPage({
  document,
  number,
  width,
  height,
}: {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly width: number;
  readonly height: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<string>();
  useEffect(() => {
    const surface = canvas.current;
    const layer = text.current;
    if (surface === null || layer === null || width <= 0) return;
    const drawing = drawPage(document, number, width, surface, layer);
    drawing.done.catch((reason: unknown) => {
      if (!drawing.isCancelled())
        setError(reason instanceof Error ? reason.message : String(reason));
    });
    return () => {
      drawing.cancel();
      // an empty canvas gives its memory back at once
      surface.width = 0;
      surface.height = 0;
      layer.replaceChildren();
    };
  }, [document, number, width]);
  return (
    <div className={styles.page} style={{ width, height }} aria-label={`Page ${number}`}>
      <canvas ref={canvas} />
      <div ref={text} className={styles.text} />
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
  layer: HTMLDivElement,
) {
  let isCancelled = false;
  let stop: () => void = () => undefined;
  let page: PDFPageProxy | undefined;
  const run = async () => {
    page = await document.getPage(number);
    if (isCancelled) return;
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
    if (isCancelled) return;
    layer.style.setProperty('--total-scale-factor', String(viewport.scale));
    const words = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: layer,
      viewport,
    });
    stop = () => words.cancel();
    await words.render();
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
