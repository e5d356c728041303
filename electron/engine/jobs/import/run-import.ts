import type { ImportRequest } from '../../../../shared/model/import.ts';
import { listWaitingFiles, type StoredFile } from '../../db/files.ts';
import { findFact, saveFact } from '../../db/facts.ts';
import type { WritableDb } from '../../db/handle.ts';
import { saveModel } from '../../db/models.ts';
import { replaceSourceProblems } from '../../db/problems.ts';
import { saveRoot } from '../../db/roots.ts';
import { listSources, saveSource, type Source } from '../../db/sources.ts';
import type { SourceKind } from '../../load/types.ts';
import { linkResponses } from '../link-responses.ts';
import { restructureStale } from '../structure.ts';
import type { CancelFlag } from './cancel.ts';
import { dropVanishedFiles } from './drop-vanished.ts';
import { createImportContext, type ImportContext } from './import-context.ts';
import { planImport, type PlannedSource } from './plan.ts';
import type { ProgressTracker } from './progress.ts';
import { readFileInto, type FileTask } from './read-file.ts';

/**
 * Reads everything that a request names into the project, file by file. Whatever stops it — a crash,
 * a cancel, a full disk — leaves the last committed batch, and the same request goes on from there.
 *
 * @throws ImportCancelled, AppError 'disk-full' and the like
 */
export async function runImport(
  db: WritableDb,
  request: ImportRequest,
  progress: ProgressTracker,
  cancel: CancelFlag,
): Promise<void> {
  const planned = await planImport(request);
  const context = createImportContext(db, progress, cancel);
  const tasks = distinct(
    planned.flatMap((source) => registerSource(db, source, request.markAsExample)),
  );
  tasks.sort((a, b) => STAGES.indexOf(a.open.kind) - STAGES.indexOf(b.open.kind));
  progress.plan(tasks.length, sum(tasks));
  for (const source of planned) dropVanishedFiles(context, source);

  const wasCutOff = findFact(db, 'matching') === 'pending';
  for (const task of tasks) await readFileInto(context, task);
  if (context.changes.instances > 0 || wasCutOff) await retryWaiting(context);

  progress.phase('structure');
  cancel.check();
  if (findFact(db, 'matching') === 'pending') {
    progress.add('responses', linkResponses(db));
    restructureStale(db);
    saveFact(db, 'matching', 'done');
  }
}

/** Whatever refers to instances comes after them, and results after the responses they judge. */
const STAGES: readonly SourceKind[] = [
  'dataset',
  'captions',
  'predictions',
  'gq-results',
  'ics-results',
  'sc-results',
  'ratings',
  'capabilities',
  'unknown',
];

/** Writes down what is about to be read. A folder with files of several kinds is several sources. */
function registerSource(db: WritableDb, planned: PlannedSource, isExample: boolean): FileTask[] {
  return db
    .transaction(() => {
      const rootId = saveRoot(db, planned.root);
      const modelId = planned.model === undefined ? undefined : saveModel(db, planned.model);
      const { path } = planned;
      const sourceOf = (kind: SourceKind) =>
        saveSource(db, { kind, path, modelId, rootId, isExample });
      const asked = sourceOf(planned.kind);
      replaceSourceProblems(db, asked.id, planned.problems);
      const byKind = new Map<SourceKind, Source>([[planned.kind, asked]]);
      return planned.files.map(({ kind, ...stamp }): FileTask => {
        const source = byKind.get(kind) ?? sourceOf(kind);
        byKind.set(kind, source);
        return { stamp, isRetry: false, open: { source, kind, root: planned.root } };
      });
    })
    .immediate();
}

/** A file that two paths of a request lead to is read once, e.g. captions below the dataset. */
function distinct(tasks: readonly FileTask[]): FileTask[] {
  const seen = new Set<string>();
  return tasks.filter(({ open, stamp }) => {
    const name = JSON.stringify([open.kind, open.source.modelId, stamp.path]);
    return !seen.has(name) && seen.add(name);
  });
}

/** Reads again what had found no instance, now that there are new ones. */
async function retryWaiting(context: ImportContext): Promise<void> {
  const { db, progress } = context;
  const sources = new Map(listSources(db).map((source) => [source.id, source]));
  const roots = new Map(context.roots().map((root) => [root.rowId, root.dir]));
  const tasks = listWaitingFiles(db).flatMap((file: StoredFile): FileTask[] => {
    const source = sources.get(file.sourceId);
    const root = roots.get(source?.rootId ?? -1);
    if (source === undefined || root === undefined) return [];
    if (context.readNow.has(file.id)) return [];
    return [{ stamp: file, isRetry: true, open: { source, kind: source.kind, root } }];
  });
  progress.plan(tasks.length, sum(tasks));
  for (const task of tasks) await readFileInto(context, task);
}

function sum(tasks: readonly FileTask[]): number {
  return tasks.reduce((bytes, { stamp }) => bytes + stamp.sizeBytes, 0);
}
