// The page of a bundle: its data as scripts, for a page from a disk may not fetch, and the media.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import type { InstanceDetail } from '../../../../shared/model/instance.ts';
import type { FileHasher } from '../../ratings/shown.ts';
import { createBreather } from '../export/part-file.ts';
import type { ChosenRows } from './copy-rows.ts';
import { createPageMaker, type PageSource } from './page-maker.ts';

const PAGE = new URL('./page/', import.meta.url);
const PAGE_FILES = ['index.html', 'viewer.css', 'viewer.js'];

/** Instances: while some are drawn or copied, others are read. */
const AT_ONCE = 6;

/** What is told while it is written, and what ends it. */
export interface WritingOptions {
  readonly signal: AbortSignal;
  /** Instances, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

/** One line of the page's list. */
interface ListEntry {
  readonly key: string;
  readonly excerpt: string;
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * Writes the page of a bundle into its folder.
 *
 * @returns how many media files were copied
 */
export async function writePage(
  source: PageSource,
  hashOf: FileHasher,
  into: string,
  chosen: ChosenRows,
  { signal, onProgress }: WritingOptions,
): Promise<number> {
  const breathe = createBreather(signal);
  const { keys, models, title, at: madeAt } = chosen;
  const maker = await createPageMaker(source, hashOf, { into, models, signal });
  const list: ListEntry[] = [];
  let done = 0;
  await mkdir(join(into, 'data'), { recursive: true });
  const queue = new PQueue({ concurrency: AT_ONCE });
  try {
    await queue.addAll(keys.map((key, at) => () => writeOne(key, at)));
  } finally {
    queue.clear();
    maker.close();
  }
  const index = script('LOUPE.open(', { title, at: madeAt, models, list });
  await writeFile(join(into, 'data', 'index.js'), index);
  for (const name of PAGE_FILES) {
    await copyFile(fileURLToPath(new URL(name, PAGE)), join(into, name));
  }
  return maker.mediaFiles();

  async function writeOne(key: string, at: number): Promise<void> {
    await breathe();
    const { instance, page } = await maker.make(key);
    await writeFile(join(into, 'data', `${at}.js`), script(`LOUPE.show(${at}, `, page));
    list[at] = listEntry(instance);
    onProgress((done += 1), keys.length);
  }
}

function listEntry({ key, task, responses }: InstanceDetail): ListEntry {
  const scores = responses.map(({ model, scores: own }) => {
    const whole = own.flatMap(({ metric, tag, value }) =>
      tag === undefined && value !== undefined ? [[metric, value] as const] : [],
    );
    return [model, Object.fromEntries(whole)] as const;
  });
  return { key, excerpt: task.content.slice(0, 160), scores: Object.fromEntries(scores) };
}

/** A call with data; `<` is written so that no text in it ends the script. */
function script(call: string, data: unknown): string {
  const json = JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `${call}${json});\n`;
}
