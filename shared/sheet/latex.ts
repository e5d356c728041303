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

/** Text as LaTeX prints it, never a command. */
export const escapeLatex = (text: string): string =>
  text.replace(/[\\{}$&#_%~^<>τ×·−≥≤†↑–—→’“”]/gu, (char) => SPECIAL[char] ?? char);

/** A page holds about that many lines; a longer table goes on over pages, with its head on each. */
const PAGE_ROWS = 36;

/** Tables of booktabs; what does not fit on a page is a longtable. */
export function toLatex({ tables, notes }: Sheet): string {
  const isLong = tables.some(({ rows }) => rows.length > PAGE_ROWS);
  return [
    `% needs \\usepackage{booktabs${isLong ? ',longtable' : ''}}`,
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
          `\\multicolumn{${headings.length}}{l}{\\emph{${escapeLatex(heading)}}} \\\\`,
        ]),
    line(
      cells.map((cell, column) =>
        best.includes(column) && cell !== NONE
          ? `\\textbf{${escapeLatex(cell)}}`
          : escapeLatex(cell),
      ),
    ),
  ]);
  const head = [
    '\\toprule',
    ...(spans === undefined ? [] : spanLines(spans)),
    line(headings.map(escapeLatex)),
    '\\midrule',
  ];
  const caption = `\\caption{${escapeLatex([title, ...notes].join(' '))}}`;
  if (rows.length > PAGE_ROWS) {
    const more = `\\multicolumn{${headings.length}}{r}{\\emph{continued}} \\\\`;
    return [
      `\\begin{longtable}{${columns}}`,
      `${caption} \\\\`,
      ...head,
      '\\endfirsthead',
      ...head,
      '\\endhead',
      '\\midrule',
      more,
      '\\endfoot',
      '\\bottomrule',
      '\\endlastfoot',
      ...body,
      '\\end{longtable}',
    ].join('\n');
  }
  return [
    '\\begin{table}',
    '\\centering',
    `\\begin{tabular}{${columns}}`,
    ...head,
    ...body,
    '\\bottomrule',
    '\\end{tabular}',
    caption,
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
    return columns === 1 ? escapeLatex(text) : `\\multicolumn{${columns}}{c}{${escapeLatex(text)}}`;
  });
  return [line(cells), rules.join(' ')];
}
