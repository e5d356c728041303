import Papa from 'papaparse';

/** Comma-separated values for further work: figures in [0, 1] with all their digits. */
export function toCsv(
  head: readonly string[],
  lines: readonly (readonly (string | number | undefined)[])[],
): string {
  const rows = lines.map((line) => line.map((cell) => cell ?? ''));
  // a model's name that begins like a formula must not run in a spreadsheet
  return `${Papa.unparse([[...head], ...rows], { newline: '\n', escapeFormulae: true })}\n`;
}
