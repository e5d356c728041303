import type { ReportRow } from '../../../shared/model/report.ts';
import { toCsv } from './csv.ts';
import { toHtml } from './html.ts';
import { toLatex } from './latex.ts';
import { toMarkdown } from './markdown.ts';

/** Report formats by name; JSON keeps figures as they are, the others show them ×100. */
export const REPORT_FORMATS = {
  json: (rows: readonly ReportRow[]) => `${JSON.stringify(toDocument(rows), undefined, 2)}\n`,
  csv: toCsv,
  md: toMarkdown,
  latex: toLatex,
  html: toHtml,
} as const satisfies Record<string, (rows: readonly ReportRow[]) => string>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
export const FORMAT_NAMES = Object.keys(REPORT_FORMATS) as readonly ReportFormat[];

/** The document of `--json`: a mean over nothing is null, so that every key is always there. */
export function toDocument(rows: readonly ReportRow[]) {
  return {
    rows: rows.map((row) => ({ ...row, mean: row.mean ?? null, ci95: row.ci95 ?? null })),
  };
}
