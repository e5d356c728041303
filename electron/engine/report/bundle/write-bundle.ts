import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { copyFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../../../shared/api/errors.ts';
import type { BundleExport } from '../../../../shared/model/export.ts';
import type { InstanceFilter } from '../../../../shared/model/filter.ts';
import { listAnnotationsOf } from '../../db/annotations.ts';
import { toAppError } from '../../db/errors.ts';
import { isImportedFile } from '../../db/files.ts';
import { listRoots } from '../../db/roots.ts';
import { getTaxonomy } from '../../db/taxonomy.ts';
import { loadJudgeSetup } from '../../jobs/judging/load-setup.ts';
import { readJudgements } from '../../jobs/judging/read-judgements.ts';
import type { MediaRegistry } from '../../media/registry.ts';
import type { AnnotationColumns } from '../../query/annotation-columns.ts';
import { PROJECT_FILE } from '../../project/layout.ts';
import { annotatedHashes } from '../../query/annotated-hash.ts';
import { chosenModels } from '../../query/columns.ts';
import { readInstance } from '../../query/instance-detail.ts';
import { readAnnotation } from '../../query/read-annotations.ts';
import { readHumanRatings } from '../../ratings/human-ratings.ts';
import type { RatingSource } from '../../ratings/seat.ts';
import type { FileHasher } from '../../ratings/shown.ts';
import { createBreather } from '../export/part-file.ts';
import { createMediaCopier } from './copy-media.ts';
import { copyRows } from './copy-rows.ts';
import { BUNDLE_FILE, bundleManifest, readBundleManifest } from './manifest.ts';
import { pageInstance } from './page-data.ts';

/** What a bundle is made from. */
export interface BundleSource extends RatingSource {
  readonly query: RatingSource['query'] & {
    readonly registry: () => MediaRegistry;
    readonly annotations: () => AnnotationColumns;
  };
  /** The project's database. */
  readonly file: string;
}

/** Which instances, whose responses, and where to. */
export interface BundleRequest {
  readonly filter: InstanceFilter;
  /** All when empty. */
  readonly models: readonly string[];
  readonly title: string;
  /** A folder that is not there yet, or is empty, or holds a bundle. */
  readonly path: string;
}

const PAGE = new URL('./page/', import.meta.url);
const PAGE_FILES = ['index.html', 'viewer.css', 'viewer.js'];
/** More would be no review. */
const MOST = 5_000;
const BY_KEY = { by: 'key', descending: false } as const;

/**
 * Writes a folder that can be handed on: a page that opens by double click, the media, and a project that
 * Loupe opens for reading. It is there whole or not at all. Lets other calls in between.
 *
 * @param now  Unix time in ms
 * @throws AppError 'bad-input' for a place that must not be written to or a set of none or too many
 *   instances, 'disk-full', 'read-only'
 */
export async function writeBundle(
  source: BundleSource,
  hashOf: FileHasher,
  request: BundleRequest,
  now: number,
  signal: AbortSignal,
): Promise<BundleExport> {
  const path = resolve(request.path);
  refusePlace(source, path);
  const columns = source.query.columns();
  const { filter } = request;
  const models = chosenModels(columns, request.models).map(({ name }) => name);
  const { indexes } = source.query.list().slice({ filter, models }, BY_KEY, 0, columns.count);
  if (indexes.length === 0 || indexes.length > MOST) {
    const what = indexes.length === 0 ? 'no instance is' : `${indexes.length} instances are`;
    const why = `${what} chosen. Choose 1 to ${MOST} by a filter`;
    throw new AppError('bad-input', `Cannot write a bundle: ${why}. "${path}"`);
  }
  const keys = Array.from(indexes, (index) => columns.keys[index] ?? '');
  const part = `${path}.part`;
  try {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(join(part, 'data'), { recursive: true });
    const chosen = { keys, models, title: request.title, at: new Date(now).toISOString() };
    copyRows(source.file, join(part, PROJECT_FILE), chosen);
    const mediaFiles = await writePage(source, hashOf, part, chosen, createBreather(signal));
    const files = listFiles(part);
    const { title, at: createdAt } = chosen;
    const manifest = bundleManifest({ title, createdAt, instances: keys.length, models, files });
    writeFileSync(join(part, BUNDLE_FILE), `${JSON.stringify(manifest, undefined, 1)}\n`);
    rmSync(path, { recursive: true, force: true });
    renameSync(part, path);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return {
      instances: keys.length,
      models: models.length,
      mediaFiles,
      files: files.length + 1,
      bytes,
    };
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw toAppError(error, { doing: 'write the bundle', path });
  }
}

/** Nothing but a bundle is ever replaced. */
function refusePlace({ db, file }: BundleSource, path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  const isNone = stats === undefined || (stats.isDirectory() && readdirSync(path).length === 0);
  const isHome = `${resolve(file)}${sep}`.startsWith(`${path}${sep}`) || isImportedFile(db, path);
  if (isNone && !isHome) return;
  if (!isHome && stats?.isDirectory() === true && existsSync(join(path, BUNDLE_FILE))) {
    if (isBundle(path)) return;
  }
  const why = 'something else is there already. Choose a folder that does not exist yet';
  throw new AppError('bad-input', `Cannot write a bundle: ${why}. "${path}"`);
}

function isBundle(path: string): boolean {
  try {
    return readBundleManifest(path) !== undefined;
  } catch (error) {
    return error instanceof AppError && error.code !== 'internal'; // a broken or newer one is one, too
  }
}

/** @returns how many media files were copied */
async function writePage(
  source: BundleSource,
  hashOf: FileHasher,
  part: string,
  {
    keys,
    models,
    title,
    at,
  }: { keys: readonly string[]; models: readonly string[]; title: string; at: string },
  breathe: () => Promise<void>,
): Promise<number> {
  const { db, query } = source;
  const copier = createMediaCopier(listRoots(db), query.registry(), part);
  const ratings = Map.groupBy(await readHumanRatings(source, hashOf, {}), ({ key }) => key);
  const setup = loadJudgeSetup(db);
  const tagLabels = new Map(getTaxonomy(db).map(({ id, label }) => [id, label]));
  const list: { key: string; excerpt: string; scores: Record<string, Record<string, number>> }[] =
    [];
  for (const [at, key] of keys.entries()) {
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
    const page = pageInstance(
      { instance, judgements, annotations, ratings: own, tagLabels },
      copier,
    );
    writeFileSync(join(part, 'data', `${at}.js`), script(`LOUPE.show(${at}, `, page));
    const scores = instance.responses.map(({ model, scores }) => [
      model,
      Object.fromEntries(
        scores.flatMap(({ metric, tag, value }) =>
          tag === undefined && value !== undefined ? [[metric, value]] : [],
        ),
      ),
    ]);
    const excerpt = instance.task.content.slice(0, 160);
    list.push({
      key,
      excerpt,
      scores: Object.fromEntries(scores) as (typeof list)[number]['scores'],
    });
  }
  writeFileSync(join(part, 'data', 'index.js'), script('LOUPE.open(', { title, at, models, list }));
  for (const name of PAGE_FILES) copyFileSync(fileURLToPath(new URL(name, PAGE)), join(part, name));
  return copier.copied().size;
}

/** A call with data; `<` is written so that no text in it ends the script. */
function script(call: string, data: unknown): string {
  const json = JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `${call}${json});\n`;
}

function listFiles(dir: string): { path: string; bytes: number }[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(dir, path).split(sep).join('/'), bytes: statSync(path).size };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
