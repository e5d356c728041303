import Papa from 'papaparse';
import type { ReportRow } from '../../../shared/model/report.ts';

/** Comma-separated values for further work: figures in [0, 1] with all their digits. */
export function toCsv(rows: readonly ReportRow[]): string {
  const lines = rows.map((row) => [
    row.model,
    row.group,
    row.metric,
    row.mode,
    row.mean ?? '',
    row.ci95?.[0] ?? '',
    row.ci95?.[1] ?? '',
    row.n,
    row.nUnscored,
    row.tau,
    row.supportRule,
  ]);
  const fields = ['model', 'group', 'metric', 'mode', 'mean', 'ci95_low', 'ci95_high'];
  const head = [...fields, 'n', 'n_unscored', 'tau', 'support_rule'];
  // a model's name that begins like a formula must not run in a spreadsheet
  return `${Papa.unparse([head, ...lines], { newline: '\n', escapeFormulae: true })}\n`;
}
