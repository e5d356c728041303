import type { ReportRow } from '../../../shared/model/report.ts';
import { HEADINGS, NOTE, NUMERIC_FROM, toCells } from './table.ts';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  τ: '$\\tau$',
  '×': '$\\times$',
  '·': '$\\cdot$',
  '–': '--',
  '—': '---',
  '→': '$\\to$',
};

const escape = (text: string) =>
  text.replace(/[\\{}$&#_%~^τ×·–—→]/gu, (char) => SPECIAL[char] ?? char);

/** A booktabs table that stands alone in a document. */
export function toLatex(rows: readonly ReportRow[]): string {
  const columns = HEADINGS.map((_, column) => (column >= NUMERIC_FROM ? 'r' : 'l')).join('');
  const line = (cells: readonly string[]) => `${cells.map(escape).join(' & ')} \\\\`;
  return [
    '% needs \\usepackage{booktabs}',
    '\\begin{table}',
    '\\centering',
    `\\begin{tabular}{${columns}}`,
    '\\toprule',
    line(HEADINGS),
    '\\midrule',
    ...rows.map((row) => line(toCells(row))),
    '\\bottomrule',
    '\\end{tabular}',
    `\\caption{${escape(NOTE)}}`,
    '\\end{table}',
    '',
  ].join('\n');
}
