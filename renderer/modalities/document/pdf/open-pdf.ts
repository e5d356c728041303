// pdf.js with its worker and its data files, all served by the app: standard fonts, character maps and
// decoders are found by name in what the bundler emitted, never on a CDN.
import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist';
import { disposeBehindPaint } from '../../parts/dispose-behind-paint.ts';
import { forgetPassword, passwordOf, PasswordNeeded } from './passwords.ts';
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

const files = {
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>(
    '../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm',
    {
      query: '?url',
      import: 'default',
      eager: true,
    },
  ),
};
const urlByName = new Map(
  Object.entries(files).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]),
);

/** What pdf.js asks for by name. */
class BundledData {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = urlByName.get(filename);
    const response = url === undefined ? undefined : await fetch(url);
    if (response?.ok !== true)
      throw new Error(`pdf.js asks for “${filename}”, which is not there.`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** Whoever goes from PDF to PDF need not wait for a worker to be loaded each time. */
const WORKER_REST_MS = 5000;

let worker: Worker | undefined;
let openDocuments = 0;
let ending: ReturnType<typeof setTimeout> | undefined;

function takeWorker(): void {
  openDocuments++;
  clearTimeout(ending);
  if (worker !== undefined) return;
  worker = new PdfWorker();
  GlobalWorkerOptions.workerPort = worker;
}

function leaveWorker(): void {
  openDocuments--;
  clearTimeout(ending);
  if (openDocuments === 0) ending = setTimeout(endWorker, WORKER_REST_MS);
}

function endWorker(): void {
  GlobalWorkerOptions.workerPort = null;
  worker?.terminate();
  worker = undefined;
}

/** A document that was opened; `close` frees its pages behind the next paint. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
}

/**
 * Opens a PDF by its address, in byte ranges, with the password that was typed for it.
 *
 * @throws PasswordNeeded, Error with a sentence: damaged data
 */
export async function openPdf(url: string, signal: AbortSignal): Promise<OpenPdf> {
  takeWorker();
  let task: PDFDocumentLoadingTask | undefined;
  let isClosed = false;
  const password = passwordOf(url);
  let isOpen = false;
  const free = () => void (task?.destroy() ?? Promise.resolve()).finally(leaveWorker);
  const close = () => {
    if (isClosed) return;
    isClosed = true;
    // its fonts leave the page with it, and then all of the page is laid out anew
    if (isOpen) disposeBehindPaint(null, free);
    else free();
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    task = getDocument({
      url: new URL(url, location.href).href,
      BinaryDataFactory: BundledData,
      useWorkerFetch: false,
      ...(password !== undefined && { password }),
      disableAutoFetch: true,
      enableXfa: false,
    });
    const document = await task.promise;
    isOpen = true;
    return { document, close };
  } catch (error) {
    close();
    if (error instanceof Error && error.name === 'PasswordException') {
      forgetPassword(url);
      throw new PasswordNeeded(password !== undefined, error);
    }
    throw new Error(reasonOf(error), { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidPDFException') return 'The data are damaged: no pages can be found in them.';
  return error instanceof Error ? error.message : String(error);
}
