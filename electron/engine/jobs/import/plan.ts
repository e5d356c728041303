import { resolve } from 'node:path';
import type { ImportRequest } from '../../../../shared/model/import.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import type { FileStamp } from '../../db/files.ts';
import { discoverSources } from '../../load/discover.ts';
import type { Discovery, SourceKind } from '../../load/types.ts';

type PlannedFile = FileStamp & { readonly kind: SourceKind };

/** One path of a request: what it is taken for, and the files found there. */
export interface PlannedSource {
  readonly path: string;
  /** What was asked for; a file may be of another kind, e.g. results among predictions. */
  readonly kind: SourceKind;
  readonly model: string | undefined;
  readonly root: string;
  readonly files: readonly PlannedFile[];
  readonly problems: readonly Problem[];
}

type Asked = Pick<PlannedSource, 'path' | 'kind' | 'model'>;

/** Looks at every path of a request; nothing is written. */
export async function planImport(request: ImportRequest): Promise<PlannedSource[]> {
  const found: { asked: Asked; discovery: Discovery }[] = [];
  for (const asked of listAsked(request)) {
    found.push({ asked, discovery: await discoverSources(asked.path, asked.kind) });
  }
  return found.map(({ asked, discovery: { root, files, problems } }) => {
    const inner = found.filter(({ asked: other }) => other.path.length > asked.path.length);
    const claimed = new Set(
      inner.flatMap(({ discovery }) => discovery.files.map(({ path }) => path)),
    );
    const own = files.filter(({ path }) => !claimed.has(path));
    const left = own.filter((file) => !canRead(file, asked));
    return {
      ...asked,
      root,
      files: own.filter((file) => canRead(file, asked)),
      problems: [...problems, ...left.map((file) => leftOut(file))],
    };
  });
}

function listAsked({
  dataset,
  captions,
  predictions,
  ratings,
  capabilities,
}: ImportRequest): Asked[] {
  const one = (path: string | undefined, kind: SourceKind, model?: string): Asked[] =>
    path === undefined ? [] : [{ path: resolve(path), kind, model }];
  return [
    ...one(dataset, 'dataset'),
    ...one(captions, 'captions'),
    ...predictions.flatMap(({ model, path }) => one(path, 'predictions', model)),
    ...ratings.flatMap((path) => one(path, 'ratings')),
    ...one(capabilities, 'capabilities'),
  ];
}

/** Predictions and results are of a model, which a dataset's folder does not name. */
function canRead({ kind }: PlannedFile, { model }: Asked): boolean {
  if (kind === 'unknown') return false;
  return model !== undefined || (kind !== 'predictions' && !kind.endsWith('-results'));
}

function leftOut({ kind, path }: PlannedFile): Problem {
  const why =
    kind === 'unknown'
      ? 'found no record in it that can be used. Check that it is UniM data.'
      : 'it holds a model’s predictions or results. Import it as predictions, with the model’s name.';
  return {
    code: 'no-record',
    severity: 'warning',
    file: path,
    message: `Left out a file: ${why} "${path}"`,
  };
}
