import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import type { HandlerInput } from '../../../../shared/api/contract.ts';
import type { ReportExport } from '../../../../shared/model/export.ts';
import { compareSheet } from '../../../../shared/sheet/compare-sheet.ts';
import { paperSheet } from '../../../../shared/sheet/report-sheet.ts';
import { toAppError } from '../../db/errors.ts';
import { chosenModels } from '../../query/columns.ts';
import type { FileHasher } from '../../ratings/shown.ts';
import type { AnalysisService } from '../analysis-service.ts';
import type { PageSource } from '../bundle/page-maker.ts';
import { refusePlace } from '../export/part-file.ts';
import { readExamples } from './report-examples.ts';
import type { ReviewReport } from './review-report.ts';
import { reportHtml } from './write-html.ts';
import { reportLatex } from './write-latex.ts';

/** What a report is made from. */
export interface ReportSource extends PageSource {
  readonly analysis: Pick<AnalysisService, 'completeLeaderboard' | 'pair'>;
}

/** From which difference an instance counts as improved or regressed. */
const IMPROVED = 0.1;

type Request = HandlerInput<'export.report'>;

const WRITERS: Readonly<Record<Request['as'], (report: ReviewReport) => Promise<string | Buffer>>> =
  {
    html: reportHtml,
    latex: reportLatex,
    // the library is loaded when somebody wants a PDF
    pdf: async (report) => (await import('./write-pdf.ts')).reportPdf(report),
  };

/**
 * Writes figures and chosen examples as one file that stands alone. It is there whole or not at all.
 *
 * @param now  Unix time in ms
 * @throws AppError 'bad-input' for a place that must not be written to or an empty set, 'read-only',
 *   'disk-full'
 */
export async function exportReport(
  source: ReportSource,
  hashOf: FileHasher,
  request: Request,
  now: number,
  signal: AbortSignal,
): Promise<ReportExport> {
  const path = resolve(request.path);
  refusePlace(source.db, path);
  const report = await readReport(source, hashOf, request, now, signal);
  const part = `${path}.part`;
  try {
    await writeFile(part, await WRITERS[request.as](report.report));
    await rename(part, path);
    const { size: bytes } = await stat(path);
    const { instances } = report;
    return { instances, examples: report.report.examples.length, bytes };
  } catch (error) {
    await rm(part, { force: true });
    throw toAppError(error, { doing: 'write the report', path });
  }
}

async function readReport(
  source: ReportSource,
  hashOf: FileHasher,
  { filter, models: wanted, title, groupBy, examples, path }: Request,
  now: number,
  signal: AbortSignal,
): Promise<{ report: ReviewReport; instances: number }> {
  const { query, analysis } = source;
  const columns = query.columns();
  const models = chosenModels(columns, wanted).map(({ name }) => name);
  const scope = { filter, models, metrics: [] };
  const all = await analysis.completeLeaderboard(scope);
  if (all.instances === 0) {
    const why = 'no instance is chosen. Choose another set';
    throw new AppError('bad-input', `Cannot write a report: ${why}. "${path}"`);
  }
  const grouped =
    groupBy === undefined ? [] : (await analysis.completeLeaderboard({ ...scope, groupBy })).rows;
  const [a, b] = models;
  const pair =
    a === undefined || b === undefined
      ? undefined
      : compareSheet(await analysis.pair({ a, b, filter, metrics: [], threshold: IMPROVED }));
  const said = all.notes.map(({ message }) => message);
  const overall = paperSheet(all.rows, said);
  const byGroup = grouped.length === 0 ? undefined : paperSheet(grouped, []);
  const { indexes } = query
    .list()
    .slice({ filter: examples.filter ?? filter, models }, examples.sort, 0, examples.count);
  const keys = Array.from(indexes, (index) => columns.keys[index] ?? '');
  return {
    instances: all.instances,
    report: {
      ...{ title, madeAt: new Date(now).toISOString() },
      facts: [
        `${all.instances} instances of ${columns.count}`,
        models.length === 0 ? 'no models' : `models: ${models.join(', ')}`,
        ...(filter.expression === undefined ? [] : [`filter: ${filter.expression}`]),
        ...(filter.search === undefined ? [] : [`search: ${filter.search}`]),
      ],
      tables: [
        ...overall.tables.map((table) => ({ ...table, title: `All chosen. ${table.title}` })),
        ...(pair?.tables ?? []),
        ...(byGroup?.tables ?? []).map((table) => ({
          ...table,
          title: `By ${groupBy ?? ''}. ${table.title}`,
        })),
      ],
      notes: [...new Set([...overall.notes, ...(pair?.notes ?? [])])],
      examples: await readExamples(source, hashOf, { keys, models, signal }),
    },
  };
}
