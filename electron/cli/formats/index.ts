import type { AnalysisNote } from '../../../shared/model/analysis.ts';
import type { PairComparison } from '../../../shared/model/comparison.ts';
import type { ReportRow } from '../../../shared/model/report.ts';
import { compareSheet } from '../../../shared/sheet/compare-sheet.ts';
import { toCsv } from './csv.ts';
import { toHtml } from '../../../shared/sheet/html.ts';
import { toLatex } from '../../../shared/sheet/latex.ts';
import { toMarkdown } from '../../../shared/sheet/markdown.ts';
import { paperSheet, reportSheet } from '../../../shared/sheet/report-sheet.ts';

/** Formats by name; JSON and CSV keep figures as they are, the others show them ×100. */
export const FORMAT_NAMES = ['json', 'csv', 'md', 'latex', 'html'] as const;
export type Format = (typeof FORMAT_NAMES)[number];

/** A result in every format; `document` is that of `--json`. */
export interface Formatted {
  readonly document: object;
  /** What could not be computed, and why; CSV has no place for it. */
  readonly notes: readonly string[];
  readonly as: (format: Format) => string;
}

export interface Report {
  readonly rows: readonly ReportRow[];
  readonly notes: readonly AnalysisNote[];
}

/** A mean over nothing is null in the document, so that every key is always there. */
export function formatReport({ rows, notes }: Report): Formatted {
  const document = {
    rows: rows.map((row) => ({
      ...row,
      mean: row.mean ?? null,
      ci95: row.ci95 ?? null,
      method: row.method ?? null,
    })),
    notes,
  };
  const said = notes.map(({ message }) => message);
  return formatted(document, said, {
    csv: () => toCsv(REPORT_COLUMNS, rows.map(reportLine)),
    md: () => toMarkdown(reportSheet(rows, said)),
    latex: () => toLatex(paperSheet(rows, said)),
    html: () => toHtml(paperSheet(rows, said)),
  });
}

/** What cannot be computed is null, and `notes` say why. */
export function formatComparison(comparison: PairComparison): Formatted {
  const document = {
    ...comparison,
    metrics: comparison.metrics.map((metric) => ({
      ...metric,
      meanA: metric.meanA ?? null,
      meanB: metric.meanB ?? null,
      meanDiff: metric.meanDiff ?? null,
      ci95: metric.ci95 ?? null,
      method: metric.method ?? null,
      pSign: metric.pSign ?? null,
      pWilcoxon: metric.pWilcoxon ?? null,
      wilcoxon: metric.wilcoxon ?? null,
      pHolm: metric.pHolm ?? null,
      effect: metric.effect ?? null,
    })),
  };
  const sheet = compareSheet(comparison);
  const said = comparison.notes.map(({ message }) => message);
  return formatted(document, said, {
    csv: () => toCsv(COMPARE_COLUMNS, compareLines(comparison)),
    md: () => toMarkdown(sheet),
    latex: () => toLatex(sheet),
    html: () => toHtml(sheet),
  });
}

function formatted(
  document: object,
  notes: readonly string[],
  makers: Readonly<Record<Exclude<Format, 'json'>, () => string>>,
): Formatted {
  const json = () => `${JSON.stringify(document, undefined, 2)}\n`;
  return { document, notes, as: (format) => (format === 'json' ? json() : makers[format]()) };
}

const REPORT_COLUMNS = [
  ...['model', 'group', 'metric', 'mode', 'mean', 'ci95_low', 'ci95_high', 'ci95_method'],
  ...['n', 'n_unscored', 'tau', 'support_rule'],
];

function reportLine(row: ReportRow) {
  const { model, group, metric, mode, mean, ci95, method, n, nUnscored, tau, supportRule } = row;
  return [
    ...[model, group, metric, mode, mean, ci95?.[0], ci95?.[1], method],
    ...[n, nUnscored, tau, supportRule],
  ];
}

const COMPARE_COLUMNS = [
  ...['a', 'b', 'metric', 'n', 'mean_a', 'mean_b', 'mean_diff', 'ci95_low', 'ci95_high'],
  ...['ci95_method', 'wins', 'ties', 'losses', 'p_sign', 'p_wilcoxon', 'wilcoxon', 'p_holm'],
  ...['effect', 'n_only_a', 'n_only_b', 'improved', 'regressed', 'threshold'],
];

function compareLines({ a, b, threshold, metrics }: PairComparison) {
  return metrics.map((row) => [
    ...[a, b, row.metric, row.n, row.meanA, row.meanB, row.meanDiff, row.ci95?.[0], row.ci95?.[1]],
    ...[row.method, row.wins, row.ties, row.losses, row.pSign, row.pWilcoxon, row.wilcoxon],
    ...[row.pHolm, row.effect, row.nOnlyA, row.nOnlyB, row.improved, row.regressed, threshold],
  ]);
}
