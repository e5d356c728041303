import type { Difficulty } from '../../../shared/model/dataset.ts';
import { UNKNOWN_VALUE } from '../../../shared/model/filter.ts';
import type { InstanceRow } from '../../../shared/model/instance.ts';
import type { ReadableDb } from '../db/handle.ts';
import { modalitiesOf } from '../db/masks.ts';
import { prepareExcerpts, type Excerpts } from '../db/excerpts.ts';
import type { AnnotationColumns } from './annotation-columns.ts';
import { chosenModels, type CodedColumn, type Columns, type ModelColumns } from './columns.ts';

const EXCERPT_LENGTH = 240;

/** The rows of some instances; one that is gone since the columns were read is left out. */
export function readRows(
  db: ReadableDb,
  columns: Columns,
  indexes: Iterable<number>,
  modelNames: readonly string[],
  annotations: AnnotationColumns,
): InstanceRow[] {
  const excerpts = prepareExcerpts(db);
  const models = chosenModels(columns, modelNames);
  const rows: InstanceRow[] = [];
  for (const index of indexes) {
    const row = readRow(excerpts, columns, index, models);
    if (row === undefined) continue;
    const own = annotations.summaryAt(index);
    rows.push(own === undefined ? row : { ...row, annotations: own });
  }
  return rows;
}

function readRow(
  excerpts: Excerpts,
  columns: Columns,
  index: number,
  models: readonly ModelColumns[],
): InstanceRow | undefined {
  const id = columns.ids[index];
  const key = columns.keys[index];
  if (id === undefined || key === undefined) return undefined;
  const difficulty = valueAt(columns.difficulty, index);
  return {
    key,
    field: valueAt(columns.field, index),
    subdomain: valueAt(columns.subdomain, index),
    id: columns.recordIds[index] ?? '',
    ...(difficulty === UNKNOWN_VALUE ? {} : { difficulty: Number(difficulty) as Difficulty }), // 1..3
    inputModalities: modalitiesOf(columns.inputMasks[index] ?? 0),
    outputModalities: modalitiesOf(columns.outputMasks[index] ?? 0),
    taskExcerpt: shorten(excerpts.taskStart(id)),
    referenceStrip: excerpts.referenceStrip(id),
    responses: models.map((model) => {
      const hasResponse = model.hasResponse[index] === 1;
      const strip = hasResponse ? excerpts.responseStrip(id, model.id) : undefined;
      return {
        model: model.name,
        hasResponse,
        ...(strip === undefined ? {} : { strip }),
        scores: scoresAt(model, index),
      };
    }),
    problems: columns.problems[index] ?? 0,
  };
}

function scoresAt(model: ModelColumns, index: number): Record<string, number> {
  const scores: Record<string, number> = {};
  for (const [metric, values] of model.scores) {
    const value = values[index];
    if (value !== undefined && !Number.isNaN(value)) scores[metric] = value;
  }
  return scores;
}

function valueAt({ values, codes }: CodedColumn, index: number): string {
  return values[codes[index] ?? -1] ?? '';
}

/** Does not cut a character in two. */
function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= EXCERPT_LENGTH) return flat;
  const end = flat.codePointAt(EXCERPT_LENGTH - 1) ?? 0;
  return flat.slice(0, end > 0xffff ? EXCERPT_LENGTH - 1 : EXCERPT_LENGTH);
}
