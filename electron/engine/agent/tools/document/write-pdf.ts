import PdfDocument from 'pdfkit';
import { FONT_FILES } from '../fonts.ts';
import type { Block, Run } from './blocks.ts';

const BODY_PT = 11;
const CODE_PT = 9.5;
const HEADING_PT = [20, 16, 13.5, 12, 11, 11];
const INDENT_PT = 18;
/** Courier is built into every reader, but only for these. */
const LATIN = /^[\x20-\x7e\xa0-\xff]*$/;

type Pdf = InstanceType<typeof PdfDocument>;

/** A PDF of A4 pages; its letters are embedded. */
export async function writePdf(blocks: readonly Block[], title: string): Promise<Buffer> {
  const pdf = new PdfDocument({
    size: 'A4',
    margins: { top: 64, bottom: 64, left: 64, right: 64 },
    info: { Title: title, Creator: 'UniM Loupe' },
  });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'item' && blocks[index - 1]?.kind === 'item') pdf.moveDown(0.4);
    write(pdf, block);
  }
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

function write(pdf: Pdf, block: Block): void {
  switch (block.kind) {
    case 'heading': {
      const size = HEADING_PT[block.level - 1] ?? BODY_PT;
      pdf.moveDown(0.6);
      const bold = block.runs.map((run) => ({ ...run, bold: true }));
      writeRuns(pdf, bold, size);
      pdf.moveDown(0.3);
      return;
    }
    case 'paragraph':
      writeRuns(pdf, block.runs, BODY_PT, block.isQuote ? INDENT_PT : 0);
      pdf.moveDown(0.6);
      return;
    case 'item': {
      const indent = INDENT_PT * (block.depth + 1);
      if (block.mark !== '') {
        pdf.font(FONT_FILES.regular, BODY_PT);
        roomFor(pdf, pdf.currentLineHeight(true));
        pdf.text(block.mark, pdf.page.margins.left + indent - 16, pdf.y, { lineBreak: false });
      }
      writeRuns(pdf, block.runs, BODY_PT, indent);
      pdf.moveDown(0.2);
      return;
    }
    case 'code':
      for (const line of block.text.split('\n')) {
        pdf.font(LATIN.test(line) ? 'Courier' : FONT_FILES.regular, CODE_PT);
        pdf.text(line === '' ? ' ' : line, pdf.page.margins.left, pdf.y, { lineGap: 1 });
      }
      pdf.moveDown(0.6);
      return;
    case 'table':
      writeTable(pdf, block.rows);
      pdf.moveDown(0.6);
      return;
    case 'rule': {
      const { left, right } = pdf.page.margins;
      pdf
        .moveTo(left, pdf.y)
        .lineTo(pdf.page.width - right, pdf.y)
        .stroke('#999999');
      pdf.moveDown(0.8);
    }
  }
}

function writeRuns(pdf: Pdf, runs: readonly Run[], size: number, indent = 0): void {
  const shown = runs.filter(({ text }) => text !== '');
  const left = pdf.page.margins.left + indent;
  const width = pdf.page.width - left - pdf.page.margins.right;
  for (const [index, run] of shown.entries()) {
    pdf.font(fontOf(run), size).fillColor('#111111');
    const how = { continued: index < shown.length - 1, width, lineGap: 2 };
    if (index === 0) pdf.text(run.text, left, pdf.y, how);
    else pdf.text(run.text, how);
  }
}

/** Code within a line has the letters of the line: a built-in font stands on another base line. */
function fontOf({ bold, italic }: Run): string {
  if (bold === true) return italic === true ? FONT_FILES.boldItalic : FONT_FILES.bold;
  return italic === true ? FONT_FILES.italic : FONT_FILES.regular;
}

function writeTable(pdf: Pdf, rows: Extract<Block, { readonly kind: 'table' }>['rows']): void {
  const columns = Math.max(...rows.map((row) => row.length));
  pdf.font(FONT_FILES.regular, 10);
  pdf.x = pdf.page.margins.left;
  pdf.table({
    defaultStyle: { border: 0.5, borderColor: '#999999', padding: 4 },
    data: rows.map((row, index) =>
      Array.from({ length: columns }, (_, at) => ({
        text: (row[at] ?? []).map(({ text }) => text).join(''),
        font: { src: index === 0 ? FONT_FILES.bold : FONT_FILES.regular, size: 10 },
      })),
    ),
  });
  pdf.x = pdf.page.margins.left;
}

function roomFor(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
}
