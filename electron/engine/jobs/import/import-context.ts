import type { Problem } from '../../../../shared/model/problem.ts';
import { prepareCapabilityWriter } from '../../db/capabilities.ts';
import { prepareCaptionWriter } from '../../db/captions.ts';
import type { StoredFile } from '../../db/files.ts';
import type { WritableDb } from '../../db/handle.ts';
import { mapInstances, prepareInstanceWriter, type KnownInstance } from '../../db/instances.ts';
import { prepareProblemWriter } from '../../db/problems.ts';
import { prepareRatingWriter } from '../../db/ratings.ts';
import { prepareResponseWriter } from '../../db/responses.ts';
import { listRoots, type Root } from '../../db/roots.ts';
import { prepareScoreWriter } from '../../db/scores.ts';
import { prepareDirtyMark } from '../../db/search-rows.ts';
import { prepareSequenceWriter } from '../../db/sequence-rows.ts';
import { listSources, type Source } from '../../db/sources.ts';
import { createMediaResolver, type MediaResolver } from '../../load/resolve-media.ts';
import type { SourceKind } from '../../load/types.ts';
import { answeredBy, type Answered } from './answered.ts';
import type { CancelFlag } from './cancel.ts';
import type { ProgressTracker } from './progress.ts';
import { createTargets, type Targets } from './targets.ts';

/** What every reader of an import needs. */
export interface ImportContext {
  readonly db: WritableDb;
  readonly progress: ProgressTracker;
  readonly cancel: CancelFlag;
  readonly resolver: MediaResolver;
  readonly writers: Writers;
  readonly targets: Targets;
  /** The instances that are there, for the dataset's reader, which keeps it up to date. */
  readonly known: () => Map<string, KnownInstance>;
  readonly roots: () => Root[];
  /** What a model has answered so far; its readers keep it up to date. */
  readonly answered: (modelId: number) => Answered;
  /** To be called when responses were removed. */
  readonly forgetAnswered: () => void;
  /** Called before a file that refers to instances is read: those read before can be found. */
  readonly settleInstances: () => void;
  /** Files that this import has read. */
  readonly readNow: Set<number>;
  /** What this import changed; decides what has to be looked at again after reading. */
  readonly changes: { instances: number };
}

/** What remains to be done when a file has been read to its end. */
export interface FileEnd {
  /** Some of its records had no instance: it is tried again when the dataset grows. */
  readonly isWaiting?: boolean;
  /** Runs in the transaction that marks the file as done, so that it happens exactly once. */
  readonly settle?: () => void;
}

/** The file that is being read. */
export interface OpenFile {
  readonly file: StoredFile;
  readonly source: Source;
  readonly kind: SourceKind;
  /** Opened folder that the file belongs to. */
  readonly root: string;
}

export type Writers = ReturnType<typeof prepareWriters>;

/** Prepares every statement that an import writes with. */
export function prepareWriters(db: WritableDb) {
  const writeProblem = prepareProblemWriter(db);
  return {
    instances: prepareInstanceWriter(db),
    sequences: prepareSequenceWriter(db),
    responses: prepareResponseWriter(db),
    scores: prepareScoreWriter(db),
    caption: prepareCaptionWriter(db),
    rating: prepareRatingWriter(db),
    capability: prepareCapabilityWriter(db),
    problem: writeProblem,
    markDirty: prepareDirtyMark(db),
  };
}

/** Puts a context together. */
export function createImportContext(
  db: WritableDb,
  progress: ProgressTracker,
  cancel: CancelFlag,
): ImportContext {
  let known: Map<string, KnownInstance> | undefined;
  let settledAt = 0;
  const answered = new Map<number, Answered>();
  const targets = createTargets(db);
  const changes = { instances: 0 };
  return {
    db,
    progress,
    cancel,
    resolver: createMediaResolver(),
    writers: prepareWriters(db),
    targets,
    roots: () => listRoots(db),
    answered(modelId) {
      const known = answered.get(modelId) ?? answeredBy(db, modelId);
      answered.set(modelId, known);
      return known;
    },
    forgetAnswered: () => answered.clear(),
    settleInstances() {
      if (settledAt === changes.instances) return;
      settledAt = changes.instances;
      targets.forget();
    },
    readNow: new Set(),
    known: () => (known ??= mapInstances(db)),
    changes,
  };
}

/** Keeps problems of the file that is being read. */
export function keepProblems(
  context: ImportContext,
  open: OpenFile,
  problems: readonly Problem[],
): void {
  for (const problem of problems) context.writers.problem(problem, { fileId: open.file.id });
  context.progress.add('problems', problems.length);
}

/**
 * Folders to look for media in: the file's own, and for results those of the model's predictions. A
 * model is never given the dataset's file of the same name, or another model's: they would pass for
 * its own.
 */
export function mediaRoots({ db, roots }: ImportContext, { root, kind, source }: OpenFile): Root[] {
  const ofModel = listSources(db).filter(
    (other) => other.kind === 'predictions' && other.modelId === source.modelId,
  );
  const others = new Set(kind.endsWith('-results') ? ofModel.map((other) => other.rootId) : []);
  const all = roots();
  return [
    ...all.filter(({ dir }) => dir === root),
    ...all.filter(({ dir, rowId }) => dir !== root && others.has(rowId)),
  ];
}
