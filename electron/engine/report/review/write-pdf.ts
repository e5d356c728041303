// A report on paper, made here: no browser is needed, so that the command line can do it everywhere.
import PdfDocument from 'pdfkit';
import { BOLD, known, REGULAR, type Pdf } from './pdf-letters.ts';
import { drawTable } from './pdf-table.ts';
import type { ReportBlock, ReportExample, ReportSide, ReviewReport } from './review-report.ts';

const MARGIN = 42;
const INK = '#1b1d21';
const QUIET = '#5b606a';
/** Model A, B and on, as in the app. */
const TONES = ['#1d62c9', '#b45309', '#0f766e', '#a21caf'];
const SIDES_BEFORE_MODELS = 2;
const PICTURE_WIDTH = 240;
const PICTURE_HEIGHT = 190;

const LEFT_OUT =
  '□ stands for letters that the font of this report does not have; the HTML report shows them.';

/** A PDF of A4 pages with its letters embedded. */
export async function reportPdf(report: ReviewReport): Promise<Buffer> {
  const { title, madeAt, facts, tables, notes, examples } = report;
  const pdf = new PdfDocument({
    ...{ size: 'A4', margin: MARGIN, bufferPages: true },
    info: { Title: title, Creator: 'UniM Loupe', CreationDate: new Date(madeAt) },
  });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  line(pdf, title, { font: BOLD, size: 18 });
  line(pdf, [...facts, `made ${madeAt.slice(0, 10)} by UniM Loupe`].join(' · '), { tone: QUIET });
  pdf.moveDown(0.8);
  for (const table of tables) drawTable(pdf, { ...table, title: known(table.title) });
  const hasOthers = examples.some((example) => JSON.stringify(textsOf(example)).includes('□'));
  for (const note of [...notes, ...(hasOthers ? [LEFT_OUT] : [])]) line(pdf, note, { tone: QUIET });
  for (const example of examples) drawExample(pdf, example);
  numberPages(pdf, title);
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

interface LineStyle {
  readonly font?: string;
  readonly size?: number;
  readonly tone?: string;
}

function line(pdf: Pdf, text: string, { font = REGULAR, size = 9, tone = INK }: LineStyle): void {
  if (text.trim() === '') return;
  pdf.font(font, size).fillColor(tone).text(known(text), MARGIN, pdf.y, { paragraphGap: 3 });
}

function drawExample(pdf: Pdf, { key, facts, sides, said }: ReportExample): void {
  pdf.addPage();
  line(pdf, key, { font: BOLD, size: 13 });
  line(pdf, facts, { tone: QUIET });
  for (const words of said) line(pdf, `• ${words}`, {});
  for (const [at, side] of sides.entries()) drawSide(pdf, side, at);
}

function drawSide(
  pdf: Pdf,
  { name, strip, blocks, figures, reasons }: ReportSide,
  at: number,
): void {
  pdf.moveDown(0.7);
  makeRoom(pdf, 60);
  const tone = TONES[at - SIDES_BEFORE_MODELS] ?? INK;
  line(pdf, `${name}   ${strip}`, { font: BOLD, size: 10, tone });
  const y = pdf.y;
  pdf
    .moveTo(MARGIN, y)
    .lineTo(pdf.page.width - MARGIN, y)
    .lineWidth(0.7)
    .stroke(tone);
  pdf.moveDown(0.4);
  for (const block of blocks) drawBlock(pdf, block);
  line(pdf, figures.join('   '), { font: BOLD, size: 8.5 });
  for (const { of, text } of reasons) line(pdf, `${of}: ${text}`, { size: 8.5, tone: QUIET });
}

function drawBlock(pdf: Pdf, block: ReportBlock): void {
  if (block.kind === 'text') return line(pdf, block.text, {});
  const { tag, modality, picture, text, note } = block;
  makeRoom(pdf, picture === undefined ? 30 : PICTURE_HEIGHT);
  line(pdf, `<${tag}>  ${modality}`, { font: BOLD, size: 8, tone: QUIET });
  if (picture !== undefined) {
    const { jpeg, widthPx, heightPx } = picture;
    const scale = Math.min(PICTURE_WIDTH / widthPx, PICTURE_HEIGHT / heightPx, 1);
    makeRoom(pdf, heightPx * scale + 6);
    const top = pdf.y;
    pdf.image(jpeg, MARGIN, top, { width: widthPx * scale });
    pdf.y = top + heightPx * scale + 6;
  }
  line(pdf, text ?? '', { size: 8 });
  line(pdf, note ?? '', { size: 8, tone: QUIET });
}

/** Begins a page where there is less room than that. */
function makeRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage();
}

function numberPages(pdf: Pdf, title: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    const bottom = pdf.page.margins.bottom;
    pdf.page.margins.bottom = 0; // else a line down there would begin a new page
    const words = `${title} · ${page + 1} of ${count}`;
    pdf.font(REGULAR, 7.5).fillColor(QUIET);
    const width = pdf.page.width - 2 * MARGIN;
    pdf.text(known(words), MARGIN, pdf.page.height - 28, { width, align: 'right' });
    pdf.page.margins.bottom = bottom;
  }
}

const textsOf = ({ sides, said }: ReportExample): string[] => [
  ...said,
  ...sides.flatMap(({ blocks }) => blocks.map(({ text = '' }) => known(text))),
];
