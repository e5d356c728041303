// Makes instances ready for a page that stands alone: what is said and known of each, and its media.
import { AppError } from '../../../../shared/api/errors.ts';
import type { InstanceDetail } from '../../../../shared/model/instance.ts';
import { listAnnotationsOf } from '../../db/annotations.ts';
import { listRoots } from '../../db/roots.ts';
import { getTaxonomy } from '../../db/taxonomy.ts';
import { loadJudgeSetup } from '../../jobs/judging/load-setup.ts';
import { readJudgements } from '../../jobs/judging/read-judgements.ts';
import type { MediaRegistry } from '../../media/registry.ts';
import { createThreadQueue, type ThreadQueue } from '../../media/thread-queue.ts';
import type { AnnotationColumns } from '../../query/annotation-columns.ts';
import { annotatedHashes } from '../../query/annotated-hash.ts';
import { readInstance } from '../../query/instance-detail.ts';
import { readAnnotation } from '../../query/read-annotations.ts';
import { readHumanRatings } from '../../ratings/human-ratings.ts';
import type { RatingSource } from '../../ratings/seat.ts';
import type { FileHasher } from '../../ratings/shown.ts';
import { createMediaCopier } from './copy-media.ts';
import type { Preview, PreviewQuestion } from './make-preview.ts';
import { pageInstance, type PageInstance } from './page-data.ts';

/** What pages are made from. */
export interface PageSource extends RatingSource {
  readonly query: RatingSource['query'] & {
    readonly registry: () => MediaRegistry;
    readonly annotations: () => AnnotationColumns;
  };
}

/** Makes one instance after another; several at once are welcome. */
export interface PageMaker {
  readonly make: (key: string) => Promise<{
    readonly instance: InstanceDetail;
    readonly page: PageInstance;
  }>;
  readonly mediaFiles: () => number;
  /** Ends its threads. */
  readonly close: () => void;
}

/** @param into  the folder that media and previews are put into */
export async function createPageMaker(
  source: PageSource,
  hashOf: FileHasher,
  {
    into,
    models,
    signal,
  }: {
    readonly into: string;
    readonly models: readonly string[];
    readonly signal: AbortSignal;
  },
): Promise<PageMaker> {
  const { db, query } = source;
  const copier = createMediaCopier(listRoots(db), query.registry(), into);
  const previews = createPreviews(2);
  const maker = { copier, previews, into, signal, known: new Map() };
  const ratings = Map.groupBy(await readHumanRatings(source, hashOf, {}), ({ key }) => key);
  const setup = loadJudgeSetup(db);
  const tagLabels = new Map(getTaxonomy(db).map(({ id, label }) => [id, label]));
  return {
    async make(key) {
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
      return { instance, page: await pageInstance(all, maker) };
    },
    mediaFiles: () => copier.count(),
    close: () => previews.close(),
  };
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
