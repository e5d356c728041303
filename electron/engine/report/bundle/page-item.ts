// How an item stands in the page of a bundle. By what its bytes are, never by what its name says: a page
// that is opened from a disk has no server that could refuse a playlist or a script.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Item } from '../../../../shared/model/content.ts';
import type { MediaState } from '../../../../shared/model/media.ts';
import { readMediaFacts } from '../../media/facts.ts';
import type { ThreadQueue } from '../../media/thread-queue.ts';
import type { CopiedMedia, MediaCopier } from './copy-media.ts';
import type { Preview, PreviewQuestion } from './make-preview.ts';

type ShownAs = 'image' | 'audio' | 'video';

/** An item in its place. */
export interface PageItem {
  readonly tag: string;
  readonly modality: string;
  /** Where its file lies in the bundle, to be read. */
  readonly path?: string;
  /** The same as an address to open; only of files that a browser opens without running anything. */
  readonly href?: string;
  /** What the page itself shows, and from where; an SVG runs nothing inside of `<img>`. */
  readonly shown?: { readonly as: ShownAs; readonly src: string };
  /** A picture made for the page: an address, and what it shows. */
  readonly preview?: { readonly href: string; readonly shows: string };
  readonly text?: string;
  /** What stands below it: facts, or why it is not shown. */
  readonly note?: string;
  readonly caption?: string;
}

/** What makes items ready for the page. */
export interface ItemMaker {
  readonly copier: MediaCopier;
  readonly previews: ThreadQueue<PreviewQuestion, Preview>;
  /** The folder of the bundle. */
  readonly into: string;
  readonly signal: AbortSignal;
  /** Of files that were looked at: one can stand at many items. */
  readonly known: Map<string, Promise<Partial<PageItem>>>;
}

/** Browsers show these, and what is in them cannot run there. */
const SHOWN: Readonly<Record<string, ShownAs>> = {
  'image/png': 'image',
  'image/apng': 'image',
  'image/jpeg': 'image',
  'image/webp': 'image',
  'image/gif': 'image',
  'image/bmp': 'image',
  'image/avif': 'image',
  'image/svg+xml': 'image',
  'audio/wav': 'audio',
  'audio/mpeg': 'audio',
  'audio/flac': 'audio',
  'audio/ogg': 'audio',
  'audio/mp4': 'audio',
  'video/mp4': 'video',
  'video/quicktime': 'video',
  'video/webm': 'video',
};
/** A link to anything else could open a page that runs; of an SVG, too. */
const LINKED = new Set(
  'png apng jpg jpeg webp gif bmp avif wav mp3 flac ogg oga opus m4a mp4 m4v mov webm pdf'.split(
    ' ',
  ),
);
const PREVIEWS = 'previews';

/** Makes an item as the page shows it, and puts what it needs into the bundle. */
export async function pageItem(item: Item, maker: ItemMaker): Promise<PageItem> {
  const { tag, modality, media, caption } = item;
  const own = { tag, modality, ...(caption === undefined ? {} : { caption }) };
  switch (media.kind) {
    case 'file': {
      const copied = await maker.copier.copy(media);
      if (copied === undefined) return { ...own, note: `The file has gone: ${media.ref.name}` };
      const name = `${modality} ${copied.place}`;
      const shown = maker.known.get(name) ?? look(item, media, copied, maker);
      maker.known.set(name, shown);
      return { ...own, ...(await shown) };
    }
    case 'inline':
      return { ...own, text: media.text };
    case 'missing':
      return { ...own, note: `No file for “${media.value}”.` };
    case 'url':
      return { ...own, note: `On another host, not fetched: ${media.url}` };
    case 'refused':
      return { ...own, note: `Refused: ${media.reason}` };
  }
}

async function look(
  { modality }: Item,
  { ref }: Extract<MediaState, { kind: 'file' }>,
  { place, path, name }: CopiedMedia,
  { previews, into, signal }: ItemMaker,
): Promise<Partial<PageItem>> {
  const { broken, detectedType = '' } = await readMediaFacts(path);
  const address = place.split('/').map(encodeURIComponent).join('/');
  const found = { path: place, ...(LINKED.has(ref.extension) ? { href: address } : {}) };
  if (broken !== undefined) return { ...found, note: broken };
  const as = SHOWN[detectedType];
  if (as !== undefined) return { ...found, shown: { as, src: address } };
  if (!['threeD', 'document', 'code', 'text'].includes(modality)) {
    return { ...found, note: 'Browsers do not show files of this kind. Open it in Loupe.' };
  }
  await mkdir(join(into, PREVIEWS), { recursive: true });
  const file = `${PREVIEWS}/${name}.webp`;
  const isPdf = detectedType === 'application/pdf';
  const question = { modality, isPdf, path, into: join(into, file) };
  const { picture, text, note } = await previews
    .ask(question, signal)
    .catch((error: unknown): Preview => {
      signal.throwIfAborted();
      // one file that a reader breaks down on must not cost the bundle
      return { note: `No preview: ${error instanceof Error ? error.message : String(error)}` };
    });
  return {
    ...found,
    ...(picture === undefined ? {} : { preview: { href: file, shows: picture } }),
    ...(text === undefined ? {} : { text }),
    ...(note === undefined ? {} : { note }),
  };
}
