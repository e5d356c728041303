import type { ImportRequest } from '../../../../shared/model/import.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import type { FileStamp } from '../../db/files.ts';
import { discoverSources } from '../../load/discover.ts';
import type { SourceKind } from '../../load/types.ts';

/** One path of a request: what it is taken for, and the files found there. */
export interface PlannedSource {
  readonly path: string;
  /** What was asked for; a file may be of another kind, e.g. results among predictions. */
  readonly kind: SourceKind;
  readonly model: string | undefined;
  readonly root: string;
  readonly files: readonly (FileStamp & { readonly kind: SourceKind })[];
  readonly problems: readonly Problem[];
}

/** Looks at every path of a request; nothing is written. Datasets come before what refers to them. */
export async function planImport(request: ImportRequest): Promise<PlannedSource[]> {
  const asked: { path: string; kind: SourceKind; model?: string }[] = [
    ...one(request.dataset, 'dataset'),
    ...one(request.captions, 'captions'),
    ...request.predictions.map(({ model, path }) => ({
      path,
      kind: 'predictions' as const,
      model,
    })),
    ...request.ratings.map((path) => ({ path, kind: 'ratings' as const })),
    ...one(request.capabilities, 'capabilities'),
  ];
  const planned: PlannedSource[] = [];
  for (const { path, kind, model } of asked) {
    const { root, files, problems } = await discoverSources(path, kind);
    planned.push({ path, kind, model, root, files, problems });
  }
  return planned;
}

function one(path: string | undefined, kind: SourceKind) {
  return path === undefined ? [] : [{ path, kind }];
}
