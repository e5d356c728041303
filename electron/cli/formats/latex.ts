import { NONE, type Sheet, type Table } from './sheet.ts';

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
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  τ: '$\\tau$',
  '×': '$\\times$',
  '·': '$\\cdot$',
  '−': '$-$',
  '≥': '$\\geq$',
  '≤': '$\\leq$',
  '†': '$^{\\dagger}$',
  '↑': '$\\uparrow$',
  '–': '--',
  '—': '---',
  '→': '$\\to$',
  '’': "'",
  '“': '``',
  '”': "''",
};

const escape = (text: string) =>
  text.replace(/[\\{}$&#_%~^<>τ×·−≥≤†↑–—→’“”]/gu, (char) => SPECIAL[char] ?? char);

/** Tables of booktabs that stand alone in a document. */
export function toLatex({ tables, notes }: Sheet): string {
  return [
    '% needs \\usepackage{booktabs}',
    ...tables.map((table) => tableOf(table, notes)),
    '',
  ].join('\n');
}

function tableOf(table: Table, notes: readonly string[]): string {
  const { title, headings, spans, numericFrom, rows } = table;
  const columns = headings.map((_, column) => (column >= numericFrom ? 'r' : 'l')).join('');
  const body = rows.flatMap(({ cells, best = [], heading }, at) => [
    ...(heading === undefined
      ? []
      : [
          ...(at === 0 ? [] : ['\\midrule']),
          `\\multicolumn{${headings.length}}{l}{\\emph{${escape(heading)}}} \\\\`,
        ]),
    line(
      cells.map((cell, column) =>
        best.includes(column) && cell !== NONE ? `\\textbf{${escape(cell)}}` : escape(cell),
      ),
    ),
  ]);
  return [
    '\\begin{table}',
    '\\centering',
    `\\begin{tabular}{${columns}}`,
    '\\toprule',
    ...(spans === undefined ? [] : spanLines(spans)),
    line(headings.map(escape)),
    '\\midrule',
    ...body,
    '\\bottomrule',
    '\\end{tabular}',
    `\\caption{${escape([title, ...notes].join(' '))}}`,
    '\\end{table}',
  ].join('\n');
}

const line = (cells: readonly string[]) => `${cells.join(' & ')} \\\\`;

/** Headings above several columns, each with a thin line below it. */
function spanLines(spans: NonNullable<Table['spans']>): string[] {
  let first = 1;
  const rules: string[] = [];
  const cells = spans.map(({ text, columns }) => {
    if (text !== '') rules.push(`\\cmidrule(lr){${first}-${first + columns - 1}}`);
    first += columns;
    return columns === 1 ? escape(text) : `\\multicolumn{${columns}}{c}{${escape(text)}}`;
  });
  return [line(cells), rules.join(' ')];
}
