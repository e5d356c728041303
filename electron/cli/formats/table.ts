// The report as text cells, the same in every format for people: figures ×100 with one decimal, as
// the paper prints them, and "n" and "missing" always beside them.
import type { ReportRow } from '../../../shared/model/report.ts';

export const HEADINGS = [
  'Model',
  'Group',
  'Metric',
  'Mode',
  'Mean',
  '95 % interval',
  'n',
  'Missing',
  'τ',
] as const;

/** Columns that hold figures, aligned to the right. */
export const NUMERIC_FROM = 4;

export const NOTE =
  'Scores ×100; intervals are bootstrap, 95 %. abs: mean over supported instances; rel = τ · abs. ' +
  'Missing: supported, but without a figure; never counted as 0.';

const percent = (value: number) => (value * 100).toFixed(1);

export function toCells(row: ReportRow): readonly string[] {
  return [
    row.model,
    row.group,
    row.metric,
    row.mode,
    row.mean === undefined ? '—' : percent(row.mean),
    row.ci95 === undefined ? '—' : `${percent(row.ci95[0])} – ${percent(row.ci95[1])}`,
    String(row.n),
    String(row.nUnscored),
    row.tau.toFixed(3),
  ];
}
