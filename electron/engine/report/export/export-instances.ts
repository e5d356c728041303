import { resolve } from 'node:path';
import Papa from 'papaparse';
import type { InstanceExport, InstanceFormat } from '../../../../shared/model/export.ts';
import type { InstanceFilter, InstanceSort } from '../../../../shared/model/filter.ts';
import { toAppError } from '../../db/errors.ts';
import { modalitiesOf } from '../../db/masks.ts';
import { chosenModels, type CodedColumn, type ModelColumns } from '../../query/columns.ts';
import { difference } from '../../query/figures.ts';
import type { ExportSource } from './export-official.ts';
import { createBreather, openPart, refusePlace } from './part-file.ts';

/** Which instances, in which form and order, and where to. */
export interface InstanceExportRequest {
  readonly as: InstanceFormat;
  readonly filter: InstanceFilter;
  readonly sort: InstanceSort;
  /** All when empty. */
  readonly models: readonly string[];
  readonly path: string;
}

/**
 * Writes a set of instances, one a line: key and its parts, the figures of the models, the differences of
 * the first two, and what people said. The file is there whole or not at all. Lets other calls in between.
 *
 * @throws AppError 'bad-query' for a filter that cannot be told, 'bad-input' for a place that must not be
 *   written to, 'read-only', 'disk-full'
 */
export async function exportInstances(
  source: ExportSource,
  { as, filter, sort, models, path: given }: InstanceExportRequest,
  signal: AbortSignal,
): Promise<InstanceExport> {
  const { db, columns, list } = source;
  const path = resolve(given);
  refusePlace(db, path);
  const { indexes } = list.slice({ filter, models }, sort, 0, columns.count);
  const chosen = chosenModels(columns, models);
  const breathe = createBreather(signal);
  const file = openPart(path);
  try {
    const layout = as === 'csv' ? csvColumns(chosen) : undefined;
    if (layout !== undefined) file.write(csvLine(layout.map(({ heading }) => heading)));
    for (const index of indexes) {
      await breathe();
      const record = toRecord(source, chosen, index);
      file.write(
        layout === undefined
          ? `${JSON.stringify(record)}\n`
          : csvLine(layout.map(({ of }) => of(record))),
      );
    }
    file.finish();
  } catch (error) {
    file.discard();
    throw toAppError(error, { doing: 'export', path });
  }
  return { records: indexes.length };
}

/** A line, as JSON has it. */
interface InstanceRecord {
  readonly key: string;
  readonly field: string;
  readonly subdomain: string;
  readonly id: string;
  readonly difficulty: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly combination: string;
  readonly problems: number;
  readonly flagged: boolean;
  readonly tags: readonly string[];
  readonly notes: number;
  readonly models: Readonly<
    Record<
      string,
      { readonly hasResponse: boolean; readonly scores: Readonly<Record<string, number>> }
    >
  >;
  /** First model − second model. */
  readonly deltas?: Readonly<Record<string, number>>;
}

function toRecord(
  { columns, annotations }: ExportSource,
  models: readonly ModelColumns[],
  index: number,
): InstanceRecord {
  const said = annotations.summaryAt(index);
  const valueOf = ({ values, codes }: CodedColumn) => values[codes[index] ?? -1] ?? '';
  const [first, second] = models;
  return {
    key: columns.keys[index] ?? '',
    field: valueOf(columns.field),
    subdomain: valueOf(columns.subdomain),
    id: columns.recordIds[index] ?? '',
    difficulty: valueOf(columns.difficulty),
    input: modalitiesOf(columns.inputMasks[index] ?? 0),
    output: modalitiesOf(columns.outputMasks[index] ?? 0),
    combination: valueOf(columns.combination),
    problems: columns.problems[index] ?? 0,
    flagged: said?.isFlagged ?? false,
    tags: said?.tags ?? [],
    notes: said?.notes ?? 0,
    models: Object.fromEntries(
      models.map((model) => [
        model.name,
        { hasResponse: model.hasResponse[index] === 1, scores: scoresAt(model, index) },
      ]),
    ),
    ...(first === undefined || second === undefined
      ? {}
      : { deltas: deltasAt(first, second, index) }),
  };
}

function scoresAt({ scores }: ModelColumns, index: number): Record<string, number> {
  return figuresOf([...scores].map(([metric, values]) => [metric, values[index]]));
}

function deltasAt(first: ModelColumns, second: ModelColumns, index: number) {
  return figuresOf(
    [...first.scores].map(([metric, values]) => [
      metric,
      difference(values[index] ?? Number.NaN, second.scores.get(metric)?.[index] ?? Number.NaN),
    ]),
  );
}

/** Without those that do not exist. */
function figuresOf(all: readonly (readonly [string, number | undefined])[]) {
  return Object.fromEntries(
    all.flatMap(([name, value]) =>
      value === undefined || Number.isNaN(value) ? [] : [[name, value] as const],
    ),
  );
}

interface CsvColumn {
  readonly heading: string;
  readonly of: (record: InstanceRecord) => string | number;
}

const PLAIN: readonly CsvColumn[] = [
  ...(['key', 'field', 'subdomain', 'id', 'difficulty'] as const).map((name) => ({
    heading: name,
    of: (record: InstanceRecord) => record[name],
  })),
  { heading: 'input', of: ({ input }) => input.join('+') },
  { heading: 'output', of: ({ output }) => output.join('+') },
  { heading: 'problems', of: ({ problems }) => problems },
  { heading: 'flagged', of: ({ flagged }) => (flagged ? 'yes' : 'no') },
  { heading: 'tags', of: ({ tags }) => tags.join(' ') },
  { heading: 'notes', of: ({ notes }) => notes },
];

/** Which columns there are follows from the models, not from the instances. */
function csvColumns(models: readonly ModelColumns[]): CsvColumn[] {
  const [first, second] = models;
  const common = first === undefined ? [] : [...first.scores.keys()];
  const deltas = second === undefined ? [] : common.filter((metric) => second.scores.has(metric));
  return [
    ...PLAIN,
    ...models.flatMap(({ name, scores }) => [
      {
        heading: `responded ${name}`,
        of: ({ models: own }: InstanceRecord) => (own[name]?.hasResponse === true ? 'yes' : 'no'),
      },
      ...[...scores.keys()].map((metric) => ({
        heading: `${metric} ${name}`,
        of: ({ models: own }: InstanceRecord) => own[name]?.scores[metric] ?? '',
      })),
    ]),
    ...deltas.map((metric) => ({
      heading: `${metric} ${first?.name ?? ''} − ${second?.name ?? ''}`,
      of: (record: InstanceRecord) => record.deltas?.[metric] ?? '',
    })),
  ];
}

/** What begins like a formula must not be one where the file is opened as a table. */
function csvLine(values: readonly (string | number)[]): string {
  return `${Papa.unparse([[...values]], { escapeFormulae: true, newline: '\n' })}\n`;
}
