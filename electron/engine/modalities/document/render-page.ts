import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const LONG_SIDE = 2200; // pixels: about 190 dots an inch of an A4 page, enough for the OCR

/** A page of a PDF as PNG, on white; `longSidePx` is its longer side. */
export async function renderPage(page: PDFPageProxy, longSidePx = LONG_SIDE): Promise<Buffer> {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: longSidePx / Math.max(width, height, 1) });
  const canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  );
  // the types of the library are those of a browser's canvas
  const parameters: unknown = {
    canvas,
    canvasContext: canvas.getContext('2d'),
    viewport,
    background: '#ffffff',
  };
  await page.render(parameters as Parameters<PDFPageProxy['render']>[0]).promise;
  return canvas.encode('png');
}
