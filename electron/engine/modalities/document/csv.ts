import Papa from 'papaparse';
import { countFigure, type Finding, MAX_FINDINGS } from '../define-inspection.ts';
import type { DocumentContent } from './content.ts';

const PROBLEMS: Readonly<Record<string, string>> = {
  MissingQuotes: 'A quoted field is never closed',
  InvalidQuotes: 'A quote stands where none may stand',
  TooFewFields: 'Fewer fields than the first row',
  TooManyFields: 'More fields than the first row',
};

/** Reads a table of text; the separator is found out, a tab is given for `.tsv`. */
export function readCsv(text: string, extension: string): DocumentContent {
  const delimiter = extension === 'tsv' ? '\t' : '';
  const { data, errors, meta } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  const rows = data.filter((row) => row.some((cell) => cell.trim() !== ''));
  const columns = rows[0]?.length ?? 0;
  const findings: Finding[] = errors
    .filter(({ code }) => code !== 'UndetectableDelimiter')
    .map(({ code, message, row }) => finding(PROBLEMS[code] ?? message, (row ?? 0) + 1));
  let ragged = 0;
  data.forEach((row, index) => {
    const isBlank = row.every((cell) => cell.trim() === '');
    if (isBlank || row.length === columns) return;
    ragged++;
    if (findings.length >= MAX_FINDINGS) return;
    const what = row.length < columns ? PROBLEMS['TooFewFields'] : PROBLEMS['TooManyFields'];
    findings.push(finding(`${what}: ${row.length} instead of ${columns}`, index + 1));
  });
  const cells = rows.flat();
  const empty = cells.filter((cell) => cell.trim() === '').length;
  return {
    type: meta.delimiter === '\t' ? 'TSV' : 'CSV',
    unit: 'pages',
    pages: [
      {
        number: 1,
        text: cellsText(rows),
        kind: rows.length > 0 ? 'text' : 'empty',
        tables: Math.min(rows.length, 1),
      },
    ],
    findings,
    figures: {
      rows: countFigure(rows.length, 'rows'),
      columns: countFigure(columns, 'columns'),
      'empty cells': countFigure(empty),
      'uneven rows': countFigure(ragged, 'rows', 'Rows with more or fewer fields than the first.'),
    },
  };
}

const finding = (message: string, line: number): Finding => ({ kind: 'csv', message, line });

const cellsText = (rows: readonly string[][]) => rows.map((row) => row.join('\t')).join('\n');
