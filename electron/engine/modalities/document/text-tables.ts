// Tables in a PDF are only text that stands in columns. Found by alignment, so a figure to look
// at, not a fact.

/** A piece of text and where it stands; y grows upwards, as in PDF. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MIN_ROWS = 3;
const MIN_COLUMNS = 2;
const SHORT_CELL = 30; // characters; two columns of longer lines are a page set in columns

/** Rows of text from the top, each cut into cells where there is a wide gap. */
export function textRows(items: readonly PlacedText[]): PlacedText[][] {
  const sorted = items
    .filter(({ text }) => text.trim() !== '')
    .toSorted((a, b) => b.y - a.y || a.x - b.x);
  const rows: PlacedText[][] = [];
  for (const item of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSameRow = first !== undefined && Math.abs(first.y - item.y) < first.height * 0.4;
    if (isSameRow && row !== undefined) row.push(item);
    else rows.push([item]);
  }
  return rows.map(joinCells);
}

function joinCells(row: readonly PlacedText[]): PlacedText[] {
  const cells: PlacedText[] = [];
  for (const item of row.toSorted((a, b) => a.x - b.x)) {
    const last = cells.at(-1);
    const gap = last === undefined ? Infinity : item.x - (last.x + last.width);
    if (last === undefined || gap > item.height) cells.push(item);
    else {
      const joined = { text: `${last.text}${gap > item.height * 0.2 ? ' ' : ''}${item.text}` };
      cells[cells.length - 1] = { ...last, ...joined, width: item.x + item.width - last.x };
    }
  }
  return cells;
}

/** Runs of three or more rows whose cells begin, or end, at the same places. */
export function countTables(rows: readonly (readonly PlacedText[])[]): number {
  let tables = 0;
  let run = 1;
  for (let index = 1; index <= rows.length; index++) {
    const row = rows[index];
    const before = rows[index - 1];
    if (row !== undefined && before !== undefined && isAligned(before, row)) run++;
    else {
      if (run >= MIN_ROWS) tables++;
      run = 1;
    }
  }
  return tables;
}

function isAligned(above: readonly PlacedText[], below: readonly PlacedText[]): boolean {
  if (above.length < MIN_COLUMNS || above.length !== below.length) return false;
  if (above.length === MIN_COLUMNS && below.some(({ text }) => text.length > SHORT_CELL))
    return false;
  return above.every((cell, index) => {
    const other = below[index];
    if (other === undefined) return false;
    const tolerance = cell.height * 0.5;
    const middle = (one: PlacedText) => one.x + one.width / 2;
    return (
      Math.abs(cell.x - other.x) < tolerance ||
      Math.abs(cell.x + cell.width - other.x - other.width) < tolerance ||
      Math.abs(middle(cell) - middle(other)) < tolerance
    );
  });
}
