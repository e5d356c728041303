// Reads text off pictures with the model that is installed with the application: nothing is
// downloaded, and the thread that does it ends with the document.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { createWorker, type Worker } from 'tesseract.js';

/** What was read off one picture. */
export interface OcrResult {
  readonly text: string;
  /** Mean over the words, 0..1; 0 without words. */
  readonly confidence: number;
  readonly words: number;
}

/** Reads pictures one after the other. Close it, whatever happens. */
export interface Ocr {
  /** @returns undefined when the time ran out; nothing can be read after that */
  readonly read: (picture: Buffer, timeoutMs: number) => Promise<OcrResult | undefined>;
  readonly close: () => Promise<void>;
}

const MAX_SIDE = 2600; // about 300 dots an inch of an A4 page; more costs time and reads no better
const MIN_WIDTH = 1000; // small text is enlarged: strokes need a few pixels
const LSTM_ONLY = 1; // the engine mode of the model that is installed
const require = createRequire(import.meta.url);

/** Starts no thread before the first picture. */
export function createOcr(): Ocr {
  let worker: Promise<Worker> | undefined;
  let isClosed = false;
  const close = async () => {
    isClosed = true;
    await (await worker?.catch(() => undefined))?.terminate();
  };
  return {
    close,
    async read(picture, timeoutMs) {
      if (isClosed || timeoutMs <= 0) return undefined;
      const ready = await preparePicture(picture);
      worker ??= startWorker();
      const timer = createTimer(timeoutMs);
      try {
        const reading = recognise(await worker, ready);
        // after a time-out the thread is ended and its answer never comes
        reading.catch(() => undefined);
        const result = await Promise.race([reading, timer.over]);
        if (result === undefined) await close();
        return result;
      } finally {
        timer.stop();
      }
    },
  };
}

function createTimer(timeoutMs: number) {
  let handle: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    handle = setTimeout(() => resolve(undefined), timeoutMs);
  });
  return { over, stop: () => clearTimeout(handle) };
}

async function startWorker(): Promise<Worker> {
  const folder = dirname(require.resolve('@tesseract.js-data/eng/package.json'));
  const worker = await createWorker('eng', LSTM_ONLY, {
    langPath: join(folder, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    // without it an error inside the thread ends the process; every call rejects as well
    errorHandler: () => undefined,
  });
  // it guesses from the size of a picture else, and warns on the console of what it guessed
  await worker.setParameters({ user_defined_dpi: '300' });
  return worker;
}

async function preparePicture(picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const scale = Math.min(Math.max(1, MIN_WIDTH / width), MAX_SIDE / Math.max(width, height));
  return sharp(picture, { limitInputPixels: false })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize({ width: Math.max(1, Math.round(width * scale)) })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

async function recognise(worker: Worker, picture: Buffer): Promise<OcrResult> {
  const { data } = await worker.recognize(picture, {}, { text: true, blocks: true });
  const words = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((one) => one.lines.flatMap((line) => line.words)),
  );
  const sum = words.reduce((total, word) => total + word.confidence, 0);
  const confidence = words.length === 0 ? 0 : sum / words.length / 100;
  return { text: data.text, words: words.length, confidence };
}
