import { resolve } from 'node:path';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import type { AnnotationExport } from '../../../../shared/model/export.ts';
import type { InstanceFilter } from '../../../../shared/model/filter.ts';
import { listAnnotationsOf } from '../../db/annotations.ts';
import { toAppError } from '../../db/errors.ts';
import { findInstance } from '../../db/instances.ts';
import { getTaxonomy } from '../../db/taxonomy.ts';
import { annotatedHashes } from '../../query/annotated-hash.ts';
import { readAnnotation } from '../../query/read-annotations.ts';
import { createBreather, openPart, refusePlace } from './part-file.ts';
import type { ExportSource } from './export-official.ts';

/** Which instances, whose annotations, and where to. */
export interface AnnotationExportRequest {
  readonly filter: InstanceFilter;
  /** Only those of this model's responses, and those of no response. */
  readonly model?: string | undefined;
  readonly path: string;
}

const BY_KEY = { by: 'key', descending: false } as const;

/**
 * Writes what people said as JSON lines, one annotation a line, by key and then in the order in which it
 * was said. The file is there whole or not at all. Lets other calls in between.
 *
 * @throws AppError 'bad-input' for a place that must not be written to, 'read-only', 'disk-full'
 */
export async function exportAnnotations(
  { db, columns, list, annotations }: ExportSource,
  { filter, model, path: given }: AnnotationExportRequest,
  signal: AbortSignal,
): Promise<AnnotationExport> {
  const path = resolve(given);
  refusePlace(db, path);
  const models = model === undefined ? [] : [model];
  const { indexes } = list.slice({ filter, models }, BY_KEY, 0, columns.count);
  const labels = new Map(getTaxonomy(db).map(({ id, label }) => [id, label]));
  const breathe = createBreather(signal);
  const file = openPart(path);
  let records = 0;
  let instances = 0;
  try {
    for (const index of indexes) {
      if (annotations.summaryAt(index) === undefined) continue;
      await breathe();
      const key = columns.keys[index] ?? '';
      const instance = findInstance(db, key);
      if (instance === undefined) continue; // went away since the list was made
      const hash = annotatedHashes(db, key);
      const own = listAnnotationsOf(db, key).filter(
        (each) => model === undefined || each.model === undefined || each.model === model,
      );
      for (const stored of own) {
        const { field: domain, subdomain, recordId, ordinal } = instance;
        const where = { domain, subdomain, id: recordId, ordinal };
        const said = line(readAnnotation(stored, hash), stored.hash, labels);
        file.write(`${JSON.stringify({ key, ...where, ...said })}\n`);
        records += 1;
      }
      if (own.length > 0) instances += 1;
    }
    file.finish();
  } catch (error) {
    file.discard();
    throw toAppError(error, { doing: 'export', path });
  }
  return { records, instances };
}

function line(
  annotation: Annotation,
  contentHash: string,
  labels: ReadonlyMap<string, string>,
): object {
  const { id, key: _key, kind, tag, text, ...rest } = annotation;
  return {
    annotation: id,
    kind,
    ...(tag === undefined ? {} : { tag, label: labels.get(tag) ?? tag }),
    ...(text === undefined ? {} : { text }),
    ...rest,
    contentHash,
  };
}
