// The page of a bundle: its data as scripts, for a page from a disk may not fetch, and the media.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import { AppError } from '../../../../shared/api/errors.ts';
import type { InstanceDetail } from '../../../../shared/model/instance.ts';
import { listAnnotationsOf } from '../../db/annotations.ts';
import { listRoots } from '../../db/roots.ts';
import { getTaxonomy } from '../../db/taxonomy.ts';
import { loadJudgeSetup } from '../../jobs/judging/load-setup.ts';
import { readJudgements } from '../../jobs/judging/read-judgements.ts';
import { createThreadQueue, type ThreadQueue } from '../../media/thread-queue.ts';
import { annotatedHashes } from '../../query/annotated-hash.ts';
import { readInstance } from '../../query/instance-detail.ts';
import { readAnnotation } from '../../query/read-annotations.ts';
import { readHumanRatings } from '../../ratings/human-ratings.ts';
import type { FileHasher } from '../../ratings/shown.ts';
import { createBreather } from '../export/part-file.ts';
import { createMediaCopier } from './copy-media.ts';
import type { ChosenRows } from './copy-rows.ts';
import type { Preview, PreviewQuestion } from './make-preview.ts';
import { pageInstance } from './page-data.ts';
import type { BundleSource } from './write-bundle.ts';

const PAGE = new URL('./page/', import.meta.url);
const PAGE_FILES = ['index.html', 'viewer.css', 'viewer.js'];

/** Instances: while some are drawn or copied, others are read. */
const AT_ONCE = 6;

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
  source: BundleSource,
  hashOf: FileHasher,
  into: string,
  chosen: ChosenRows,
  signal: AbortSignal,
): Promise<number> {
  const { db, query } = source;
  const breathe = createBreather(signal);
  const copier = createMediaCopier(listRoots(db), query.registry(), into);
  const previews = createPreviews(2);
  const maker = { copier, previews, into, signal, known: new Map() };
  const ratings = Map.groupBy(await readHumanRatings(source, hashOf, {}), ({ key }) => key);
  const setup = loadJudgeSetup(db);
  const tagLabels = new Map(getTaxonomy(db).map(({ id, label }) => [id, label]));
  const { keys, models, title, at: madeAt } = chosen;
  const list: ListEntry[] = [];
  await mkdir(join(into, 'data'), { recursive: true });
  const queue = new PQueue({ concurrency: AT_ONCE });
  try {
    await queue.addAll(keys.map((key, at) => () => writeOne(key, at)));
  } finally {
    queue.clear();
    previews.close();
  }
  const index = script('LOUPE.open(', { title, at: madeAt, models, list });
  await writeFile(join(into, 'data', 'index.js'), index);
  for (const name of PAGE_FILES) {
    await copyFile(fileURLToPath(new URL(name, PAGE)), join(into, name));
  }
  return copier.count();

  async function writeOne(key: string, at: number): Promise<void> {
    await breathe();
    const instance = readInstance(db, query.media(), key, models);
    const judgements = new Map<string, Awaited<ReturnType<typeof readJudgements>>>();
    for (const { model } of instance.responses) {
      judgements.set(model, await readJudgements({ db, media: query.media, setup }, key, model));
    }
    const hash = annotatedHashes(db, key);
    const annotations = listAnnotationsOf(db, key)
      .filter(({ model }) => model === undefined || models.includes(model))
      .map((stored) => readAnnotation(stored, hash));
    const own = (ratings.get(key) ?? []).filter(({ model }) => models.includes(model));
    const all = { instance, judgements, annotations, ratings: own, tagLabels };
    const page = await pageInstance(all, maker);
    await writeFile(join(into, 'data', `${at}.js`), script(`LOUPE.show(${at}, `, page));
    list[at] = listEntry(instance);
  }
}

/** Threads that draw, each question to the one that has the fewest. */
function createPreviews(threads: number): ThreadQueue<PreviewQuestion, Preview> {
  const queues = Array.from({ length: threads }, () => ({
    waiting: 0,
    queue: createThreadQueue<PreviewQuestion, Preview>({
      module: new URL('./preview.worker.ts', import.meta.url),
      unwanted: 'Cannot draw a preview: the bundle is no longer wanted.',
      limit: { ms: 30_000, error: () => new AppError('bad-input', 'it took longer than 30 s.') },
    }),
  }));
  return {
    async ask(question, signal) {
      const least = queues.reduce((a, b) => (b.waiting < a.waiting ? b : a));
      least.waiting += 1;
      return await least.queue.ask(question, signal).finally(() => (least.waiting -= 1));
    },
    close: () => queues.forEach(({ queue }) => queue.close()),
  };
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
