import { resolve } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import type { OfficialExport, OfficialKind } from '../../../../shared/model/export.ts';
import type { InstanceFilter } from '../../../../shared/model/filter.ts';
import { toAppError } from '../../db/errors.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { findInstance } from '../../db/instances.ts';
import { listModels } from '../../db/models.ts';
import type { AnnotationColumns } from '../../query/annotation-columns.ts';
import type { Columns } from '../../query/columns.ts';
import type { InstanceList } from '../../query/instance-list.ts';
import { officialRecord, type ExportedFigure } from './official-record.ts';
import { createBreather, openPart, refusePlace } from './part-file.ts';
import { figuresOfKind, readExported } from './read-exported.ts';
import { isOlderScale, type KeptSc } from './sc-scale.ts';

/** Which figures of whom go where. */
export interface ExportRequest {
  readonly as: OfficialKind;
  readonly model: string;
  readonly filter: InstanceFilter;
  readonly path: string;
  /** By key: in place of the judge's figures. */
  readonly ofPeople?: ReadonlyMap<string, readonly ExportedFigure[]>;
}

/** What is exported from. */
export interface ExportSource {
  readonly db: ReadableDb;
  readonly columns: Columns;
  readonly list: InstanceList;
  readonly annotations: AnnotationColumns;
}

/**
 * Writes figures as the official scripts do: pretty-printed objects one after another, by key, so that
 * equal figures give equal bytes. The file is there whole or not at all. Lets other calls in between.
 *
 * @throws AppError 'not-found' for an unknown model or folder, 'bad-input' for a place that must not be
 *   written to, 'read-only', 'disk-full'
 */
export async function exportOfficial(
  { db, columns, list }: ExportSource,
  { as: kind, model, filter, path: given, ofPeople }: ExportRequest,
  signal: AbortSignal,
): Promise<OfficialExport> {
  const path = resolve(given);
  const modelId = findModelId(db, model);
  refusePlace(db, path);
  const { indexes } = list.slice({ filter, models: [model] }, BY_KEY, 0, columns.count);
  const keys = Array.from(indexes, (index) => columns.keys[index] ?? '');
  const breathe = createBreather(signal);
  const isJudged = kind === 'sc' && ofPeople === undefined;
  const isOlder = isJudged && (await decideScale(db, columns, indexes, modelId, breathe));
  const file = openPart(path);
  let records = 0;
  try {
    for (const key of keys) {
      await breathe();
      const instance = findInstance(db, key);
      if (instance === undefined) continue; // went away since the list was made
      const people = ofPeople === undefined ? {} : { ofPeople: ofPeople.get(key) ?? [] };
      const scope = { kind, modelId, isOlderScale: isOlder, ...people };
      const response = readExported(db, instance, scope);
      if (response === undefined) continue;
      file.write(`${JSON.stringify(officialRecord(kind, response), undefined, 2)}\n`);
      records += 1;
    }
    file.finish();
  } catch (error) {
    file.discard();
    throw toAppError(error, { doing: 'export', path });
  }
  return { files: 1, records, withoutFigures: keys.length - records };
}

const BY_KEY = { by: 'key', descending: false } as const;

function findModelId(db: ReadableDb, name: string): number {
  const models = listModels(db);
  const found = models.find((model) => model.name === name);
  if (found !== undefined) return found.id;
  const known = models.map((model) => `"${model.name}"`).join(', ') || 'no models';
  const advice = `The project has ${known}. Name one of them.`;
  throw new AppError('not-found', `Cannot export the model "${name}": there is none. ${advice}`);
}

async function decideScale(
  db: ReadableDb,
  columns: Columns,
  indexes: Int32Array,
  modelId: number,
  breathe: () => Promise<void>,
): Promise<boolean> {
  const kept: KeptSc[] = [];
  for (const index of indexes) {
    await breathe();
    kept.push(...figuresOfKind(db, columns.ids[index] ?? 0, { kind: 'sc', modelId }));
  }
  return isOlderScale(kept);
}
