import { z } from 'zod';
import { ImportProgress, type ImportReport } from '../../../shared/model/import.ts';
import { countRows } from '../db/counts.ts';
import { findFact } from '../db/facts.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listModels } from '../db/models.ts';
import { listProblemKinds } from '../db/problems.ts';
import { countResponsesByModel } from '../db/responses.ts';

/**
 * What the last import did, and what the project holds since.
 *
 * @param latest  progress of this session's import; else the last one that came to its end is taken
 * @returns undefined when nothing was ever imported
 */
export function reportImport(
  db: ReadableDb,
  latest: ImportProgress | undefined,
): ImportReport | undefined {
  const progress = latest ?? lastProgress(db);
  if (progress === undefined) return undefined;
  const names = new Map(listModels(db).map(({ id, name }) => [id, name]));
  const counts = new Map(countResponsesByModel(db).map((row) => [row.modelId, row]));
  const responses = [...names].map(([id, name]) => {
    const { matched = 0, unmatched = 0 } = counts.get(id) ?? {};
    return [name, { matched, unmatched }] as const;
  });
  return {
    progress,
    responses: Object.fromEntries(responses),
    instances: countRows(db, 'instances'),
    scores: countRows(db, 'scores'),
    captions: countRows(db, 'captions'),
    ratings: countRows(db, 'ratings'),
    problemsByCode: listProblemKinds(db),
  };
}

const Stored = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(ImportProgress);

function lastProgress(db: ReadableDb): ImportProgress | undefined {
  const text = findFact(db, 'lastImport');
  return text === undefined ? undefined : Stored.parse(text);
}
