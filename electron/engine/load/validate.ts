// The lint behind `validate` and the look at a path before it is imported. Reads everything an import
// would read, by the same functions, and writes nothing.
import type { ValidationReport } from '../../../shared/model/import.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { loadCapabilities } from './capabilities.ts';
import { discoverSources } from './discover.ts';
import { createFileLinter } from './lint/lint-file.ts';
import { createMediaLinter } from './lint/lint-media.ts';
import { loadRatings } from './ratings.ts';
import { recordContext } from './record-context.ts';
import { createMediaResolver } from './resolve-media.ts';
import { isResultKind, readResults } from './results.ts';
import { createTally, type Tally } from './lint/tally.ts';
import type { SourceFile, SourceKind } from './types.ts';

/** How far a validation has come. */
export interface ValidationProgress {
  readonly filesTotal: number;
  readonly filesDone: number;
  readonly currentFile: string;
}

export interface ValidateOptions {
  /** What the user says the paths are. */
  readonly expected?: SourceKind;
  readonly signal?: AbortSignal;
}

/**
 * Checks files and folders: every departure from the format with file, line and quirk number.
 *
 * `counts` are of records; `byModality` counts the records in which a modality stands on either side.
 *
 * @throws the signal's reason when it is aborted
 */
export async function validatePaths(
  paths: readonly string[],
  onProgress: (progress: ValidationProgress) => void = () => undefined,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  const tally = createTally();
  const kinds = new Set<SourceKind>();
  const found = [];
  for (const path of paths) found.push(await discoverSources(path, options.expected));
  const filesTotal = found.reduce((total, { files }) => total + files.length, 0);
  let filesDone = 0;
  for (const { root, files, problems } of found) {
    tally.problems.push(...problems);
    const resolver = createMediaResolver();
    const linter = createFileLinter(tally, createMediaLinter(resolver), root);
    for (const file of files) {
      options.signal?.throwIfAborted();
      onProgress({ filesTotal, filesDone, currentFile: file.path });
      kinds.add(file.kind);
      const before = { records: tally.records, problems: tally.problems.length };
      if (isOther(file.kind)) await readOther(file, root, tally);
      else await linter.lint(file, options.signal);
      const news = tally.problems.slice(before.problems);
      const isUnreadable = news.some(({ code }) => code === 'unreadable-file');
      if (tally.records === before.records && !isUnreadable)
        tally.problems.push(emptyFile(file.path));
      sortByLine(tally, before.problems);
      filesDone += 1;
    }
  }
  const { records, repaired, problems, counts } = tally;
  return { kind: mainKind(kinds), files: filesTotal, records, repaired, problems, counts };
}

async function readOther({ path, kind }: SourceFile, root: string, tally: Tally): Promise<void> {
  if (isResultKind(kind)) {
    for await (const batch of readResults(path, kind, recordContext(root, path, kind))) {
      tally.records += batch.records.length;
      tally.problems.push(...batch.problems);
    }
  } else if (kind === 'ratings') {
    const { ratings, problems } = await loadRatings(path);
    tally.records += ratings.length;
    tally.problems.push(...problems);
  } else if (kind === 'capabilities') {
    const { capabilities, problems } = await loadCapabilities(path);
    tally.records += capabilities.length;
    tally.problems.push(...problems);
  }
}

/** Reading and parsing report in turns; people read a file from its first line to its last. */
function sortByLine({ problems }: Tally, from: number): void {
  const ofFile = problems.splice(from);
  problems.push(...ofFile.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity) || 0));
}

function isOther(kind: SourceKind): boolean {
  return isResultKind(kind) || kind === 'ratings' || kind === 'capabilities';
}

function emptyFile(path: string): Problem {
  return {
    code: 'no-record',
    severity: 'error',
    file: path,
    message: `Found no record that can be used in the file. Check that it is UniM data. "${path}"`,
  };
}

const KINDS_BY_WEIGHT: readonly SourceKind[] = ['dataset', 'predictions', 'captions'];

/** What all of it is, seen together. */
function mainKind(kinds: ReadonlySet<SourceKind>): SourceKind {
  return KINDS_BY_WEIGHT.find((kind) => kinds.has(kind)) ?? [...kinds][0] ?? 'unknown';
}
