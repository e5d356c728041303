import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import type { Problem } from '../../../shared/model/problem.ts';
import { MODALITIES } from '../../../shared/model/modality.ts';
import { detectKind } from './detect.ts';
import { describeReadError } from './read-error.ts';
import type { Discovery, SourceFile, SourceKind } from './types.ts';
import { walkFolder } from './walk-folder.ts';

const DATA_EXTENSIONS: ReadonlySet<string> = new Set([
  '.jsonl',
  '.json',
  '.ndjson',
  '.csv',
  '.tsv',
]);
/** Always taken for records; the others only when they hold some. */
const RECORD_EXTENSIONS: ReadonlySet<string> = new Set(['.jsonl', '.ndjson']);
/** `doc_0012_01.json` is a medium. */
const MEDIA_NAME = new RegExp(
  `^(?:${Object.values(MODALITIES)
    .map(({ filePrefix }) => filePrefix)
    .join('|')})_\\d+_\\d+\\.`,
);

/**
 * Lists the files with records at a path, a file or a folder, in the order of their paths.
 *
 * Hidden files are left out, links are followed once. What cannot be read is a problem, not an error;
 * so is a place without any record.
 *
 * @param expected  what the user says is there; see {@link detectKind}
 */
export async function discoverSources(path: string, expected?: SourceKind): Promise<Discovery> {
  const start = resolve(path);
  const problems: Problem[] = [];
  let isFolder: boolean;
  try {
    isFolder = (await stat(start)).isDirectory();
  } catch (error) {
    return { root: dirname(start), files: [], problems: [describeReadError(path, error)] };
  }
  const candidates = isFolder
    ? (await walkFolder(start, problems)).filter(isCandidate).sort(byPath)
    : [start];
  const files: SourceFile[] = [];
  for (const candidate of candidates) {
    const file = await describeFile(candidate, expected, problems);
    if (file === undefined) continue;
    if (file.kind !== 'unknown' || !isFolder || RECORD_EXTENSIONS.has(extname(candidate)))
      files.push(file);
  }
  if (files.length === 0 && problems.length === 0) problems.push(nothingFound(path));
  const root = await findRoot(isFolder ? start : dirname(start), files);
  return { root, files, problems };
}

function isCandidate(path: string): boolean {
  return DATA_EXTENSIONS.has(extname(path).toLowerCase()) && !MEDIA_NAME.test(basename(path));
}

// by the parts of the path, so that a folder's files stand together
function byPath(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => path.split(sep).join('\u0000'));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

async function describeFile(
  path: string,
  expected: SourceKind | undefined,
  problems: Problem[],
): Promise<SourceFile | undefined> {
  try {
    const { size, mtimeMs } = await stat(path);
    const kind = await detectKind(path, expected);
    return { path, kind, sizeBytes: size, mtimeMs };
  } catch (error) {
    problems.push(describeReadError(path, error));
    return undefined;
  }
}

function nothingFound(path: string): Problem {
  return {
    code: 'no-record',
    severity: 'error',
    file: path,
    message: `Found no record: there is no .jsonl or .json file here. Choose the dataset's folder. "${path}"`,
  };
}

const PAIRS_FOLDER = /^qapairs(?:_|$)/i;

/**
 * The folder that media paths start from. It is the opened one, with two exceptions, both of the
 * release's layout: records and media lie in sibling folders, so that from within `qapairs_…` the
 * folder above is meant; and the whole may have been unpacked one or more folders deeper.
 */
async function findRoot(folder: string, files: readonly SourceFile[]): Promise<string> {
  const parts = folder.split(sep);
  const inside = parts.findLastIndex((name) => PAIRS_FOLDER.test(name));
  const above = inside === -1 ? folder : parts.slice(0, inside).join(sep) || sep;
  if (above !== folder) return (await hasFolder(join(above, 'data'))) ? above : folder;
  const deeper = new Set(
    files.flatMap(({ path }) => {
      const names = dirname(path).split(sep);
      const at = names.findIndex((name, index) => index >= parts.length && PAIRS_FOLDER.test(name));
      return at === -1 ? [] : [names.slice(0, at).join(sep)];
    }),
  );
  return deeper.size === 1 ? ([...deeper][0] ?? folder) : folder;
}

async function hasFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false; // not there
  }
}
