const SAMPLED_ROWS = 400;
const CHARACTER_PX = 7.5;
const NARROWEST_PX = 48;
const WIDEST_PX = 320;

/** Width of each column from rows all over the sheet, in CSS pixels. */
export function columnWidths(rows: readonly (readonly string[])[], columns: number): number[] {
  const widths = new Array<number>(columns).fill(NARROWEST_PX);
  const step = Math.max(1, Math.floor(rows.length / SAMPLED_ROWS));
  for (let at = 0; at < rows.length; at += step) {
    const row = rows[at] ?? [];
    for (let column = 0; column < columns; column++) {
      const wanted = (row[column]?.length ?? 0) * CHARACTER_PX + 22;
      widths[column] = Math.min(WIDEST_PX, Math.max(widths[column] ?? 0, wanted));
    }
  }
  return widths;
}

/** `A`, `B` … `Z`, `AA` …, as spreadsheets name their columns. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** True for what is read from the right: numbers, percentages, amounts. */
export function isNumeric(text: string): boolean {
  return /^[-+−]?[\d.,\s]*\d[\d.,]*\s?%?$|^[-+]?\d+(\.\d+)?e[-+]?\d+$/i.test(text);
}
