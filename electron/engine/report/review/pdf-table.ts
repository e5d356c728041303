// Tables on paper: as wide as they need, smaller where they are too wide, their head on every page.
import type { Table, TableRow } from '../../../../shared/sheet/sheet.ts';
import { BOLD, known, REGULAR, type Pdf } from './pdf-letters.ts';

const SIZE = 8;
const PADDING = 5;
/** A cell that is as wide as its text must not be cut for it. */
const ROUNDING = 0.5;
const INK = '#1b1d21';
const RULE = '#b9bdc6';

interface Layout {
  readonly left: number;
  readonly widths: readonly number[];
  readonly size: number;
  readonly padding: number;
  readonly rowHeight: number;
}

/** Draws a table where the document stands, over as many pages as it takes. */
export function drawTable(pdf: Pdf, table: Table): void {
  const { title, rows } = table;
  const layout = layOut(pdf, table);
  const least = layout.rowHeight * (4 + Math.min(rows.length, 3));
  if (pdf.y + least > bottomOf(pdf)) pdf.addPage();
  pdf
    .font(BOLD, 9)
    .fillColor(INK)
    .text(title, layout.left, pdf.y, { width: innerWidth(pdf) });
  pdf.moveDown(0.3);
  drawHead(pdf, table, layout);
  for (const row of rows) {
    const height = layout.rowHeight * (row.heading === undefined ? 1 : 2);
    if (pdf.y + height > bottomOf(pdf)) {
      pdf.addPage();
      drawHead(pdf, table, layout);
    }
    drawRow(pdf, table, layout, row);
  }
  rule(pdf, layout);
  pdf.y += 14;
  pdf.x = layout.left;
}

const innerWidth = ({ page }: Pdf) => page.width - page.margins.left - page.margins.right;
const bottomOf = ({ page }: Pdf) => page.height - page.margins.bottom;

function layOut(pdf: Pdf, { headings, rows }: Table): Layout {
  pdf.font(BOLD, SIZE);
  const natural = headings.map((heading, column) => {
    const cells = rows.map(({ cells: own }) => pdf.widthOfString(known(own[column] ?? '')));
    return Math.max(pdf.widthOfString(known(heading)), ...cells) + 2 * PADDING;
  });
  const total = natural.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, innerWidth(pdf) / total);
  const size = SIZE * scale;
  return {
    left: pdf.page.margins.left,
    widths: natural.map((width) => width * scale),
    size,
    padding: PADDING * scale,
    rowHeight: size * 1.7,
  };
}

function drawHead(pdf: Pdf, { headings, spans, numericFrom }: Table, layout: Layout): void {
  rule(pdf, layout);
  if (spans !== undefined) {
    let column = 0;
    const cells = spans.map(({ text, columns }) => {
      const widths = layout.widths.slice(column, (column += columns));
      return {
        text,
        width: widths.reduce((sum, width) => sum + width, 0),
        align: 'center' as const,
      };
    });
    drawCells(pdf, layout, cells, () => BOLD);
  }
  drawCells(pdf, layout, plainCells(headings, numericFrom, layout), () => BOLD);
  rule(pdf, layout);
}

function drawRow(pdf: Pdf, { numericFrom }: Table, layout: Layout, row: TableRow): void {
  const { cells, best = [], heading } = row;
  if (heading !== undefined) {
    const width = layout.widths.reduce((sum, each) => sum + each, 0);
    drawCells(pdf, layout, [{ text: heading, width, align: 'left' }], () => BOLD);
  }
  const fontOf = (column: number) => (best.includes(column) ? BOLD : REGULAR);
  drawCells(pdf, layout, plainCells(cells, numericFrom, layout), fontOf);
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

const plainCells = (texts: readonly string[], numericFrom: number, { widths }: Layout): Cell[] =>
  texts.map((text, column) => ({
    text,
    width: widths[column] ?? 0,
    align: column >= numericFrom ? 'right' : 'left',
  }));

function drawCells(
  pdf: Pdf,
  { left, size, padding, rowHeight }: Layout,
  cells: readonly Cell[],
  fontOf: (column: number) => string,
): void {
  const top = pdf.y;
  let x = left;
  for (const [column, { text, width, align }] of cells.entries()) {
    const place = {
      width: width - 2 * padding + ROUNDING,
      align,
      lineBreak: false,
      ellipsis: true,
    } as const;
    pdf.font(fontOf(column), size).fillColor(INK);
    pdf.text(known(text), x + padding, top + rowHeight * 0.18, { ...place, height: rowHeight });
    x += width;
  }
  pdf.y = top + rowHeight;
}

function rule(pdf: Pdf, { left, widths }: Layout): void {
  const width = widths.reduce((sum, each) => sum + each, 0);
  pdf
    .moveTo(left, pdf.y)
    .lineTo(left + width, pdf.y)
    .lineWidth(0.5)
    .stroke(RULE);
}
