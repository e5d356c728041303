import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { FileHasher } from '../../ratings/shown.ts';
import type { PageInstance } from '../bundle/page-data.ts';
import { createPageMaker, type PageSource } from '../bundle/page-maker.ts';
import type { PageItem } from '../bundle/page-item.ts';
import { percent } from '../../../../shared/sheet/sheet.ts';
import type { ReportBlock, ReportExample, ReportPicture, ReportSide } from './review-report.ts';

/** The longer side of a picture in a report. */
const PICTURE_PX = 640;
/** Of a text inside of an item, and of a whole text block: a report is read, a bundle holds it all. */
const ITEM_CHARACTERS = 1_500;

/** Examples with their pictures, in the order of their keys. */
export async function readExamples(
  source: PageSource,
  hashOf: FileHasher,
  {
    keys,
    models,
    signal,
  }: {
    readonly keys: readonly string[];
    readonly models: readonly string[];
    readonly signal: AbortSignal;
  },
): Promise<ReportExample[]> {
  if (keys.length === 0) return [];
  const into = await mkdtemp(join(tmpdir(), 'loupe-report-'));
  const maker = await createPageMaker(source, hashOf, { into, models, signal });
  try {
    const examples: ReportExample[] = [];
    for (const key of keys) {
      signal.throwIfAborted();
      const { page } = await maker.make(key);
      examples.push(await toExample(page, into));
    }
    return examples;
  } finally {
    maker.close();
    await rm(into, { recursive: true, force: true });
  }
}

async function toExample({ key, facts, sides, said }: PageInstance, into: string) {
  const drawn: ReportSide[] = [];
  for (const { name, strip, blocks, scores, reasons } of sides) {
    const own: ReportBlock[] = [];
    for (const block of blocks) {
      own.push(block.kind === 'text' ? block : await toBlock(block.item, into));
    }
    const figures = scores.map(({ metric, tag, value, unscored }) => {
      const label = tag === undefined ? metric : `${metric} ${tag}`;
      return `${label} ${value === undefined ? (unscored ?? 'not computed') : percent(value)}`;
    });
    drawn.push({ name, strip, blocks: own, figures, reasons });
  }
  const words = said.map(
    ({ where, text, by }) => `${where}: ${text}${by === '' ? '' : ` — ${by}`}`,
  );
  return { key, facts, sides: drawn, said: words };
}

async function toBlock(item: PageItem, into: string): Promise<ReportBlock> {
  const { tag, modality, shown, preview, text, note, caption } = item;
  const src = preview?.href ?? (shown?.as === 'image' ? shown.src : undefined);
  const shows = caption ?? preview?.shows ?? tag;
  const picture = src === undefined ? undefined : await readPicture(into, src, shows);
  const isPlayed = shown !== undefined && shown.as !== 'image';
  const words = [
    ...(isPlayed ? [`A file that is played: ${item.path ?? tag}`] : []),
    ...(src !== undefined && picture === undefined ? ['The picture cannot be read.'] : []),
    ...(note === undefined ? [] : [note]),
    ...(caption === undefined ? [] : [caption]),
  ].join(' ');
  return {
    ...{ kind: 'item', tag, modality },
    ...(picture === undefined ? {} : { picture }),
    ...(text === undefined ? {} : { text: cut(text) }),
    ...(words === '' ? {} : { note: words }),
  };
}

async function readPicture(
  into: string,
  src: string,
  shows: string,
): Promise<ReportPicture | undefined> {
  const path = join(into, ...src.split('/').map(decodeURIComponent));
  try {
    const picture = sharp(path, { autoOrient: true, pages: 1 })
      .resize(PICTURE_PX, PICTURE_PX, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 });
    const { data, info } = await picture.toBuffer({ resolveWithObject: true });
    return { jpeg: data, widthPx: info.width, heightPx: info.height, shows };
  } catch {
    return undefined; // a broken picture is told in its place
  }
}

const cut = (text: string): string =>
  text.length <= ITEM_CHARACTERS ? text : `${text.slice(0, ITEM_CHARACTERS)} […]`;
