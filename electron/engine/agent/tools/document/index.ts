import type { LocalTool, ToolFailure, ToolRequest } from '../define.ts';
import { badOrder, writeMade } from '../write-made.ts';
import type { Block } from './blocks.ts';
import { csvOf, sheetsOf, unfenced } from './tables.ts';

// each of these brings a library of a megabyte, which most sessions never need
const fontLetters = () => import('./letters-there.ts');
const blockReader = () => import('./blocks.ts');
const docxWriter = () => import('./write-docx.ts');
const pdfWriter = () => import('./write-pdf.ts');
const xlsxWriter = () => import('./write-xlsx.ts');

const TABLE =
  'data: {"columns": [text], "rows": [[cell]]}, {"sheets": [{"name", "columns", "rows"}]} or ' +
  'a list of objects; or content: CSV.';
const TEXT = 'content: the whole text as Markdown (headings, lists, tables, code).';

/** The text of an order; a fence round the whole of it is taken off. */
function textOf({ tag, content }: ToolRequest): string | ToolFailure {
  const text = /^\s*```(markdown|md)?\n/.test(content ?? '')
    ? unfenced(content ?? '')
    : (content ?? '');
  if (text.trim() !== '') return text;
  return badOrder(`A document needs its text in "content"; the order of "${tag}" has none.`);
}

async function titleOf(blocks: readonly Block[], tag: string): Promise<string> {
  const { wordsOf } = await blockReader();
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading === undefined ? tag : wordsOf(heading.runs);
}

const markdown: LocalTool = {
  id: 'document.md',
  modality: 'document',
  description: `Writes a Markdown document. ${TEXT}`,
  isGeneral: true,
  async make(request, dir) {
    const text = textOf(request);
    if (typeof text !== 'string') return text;
    return await writeMade(dir, request.tag, 'md', `${text.trimEnd()}\n`);
  },
};

const docx: LocalTool = {
  id: 'document.docx',
  modality: 'document',
  description: `Writes a Word document. ${TEXT}`,
  isGeneral: true,
  async make(request, dir, signal) {
    const text = textOf(request);
    if (typeof text !== 'string') return text;
    const { blocksOf } = await blockReader();
    const blocks = blocksOf(text);
    const { writeDocx } = await docxWriter();
    const bytes = await writeDocx(blocks, await titleOf(blocks, request.tag));
    signal.throwIfAborted();
    return await writeMade(dir, request.tag, 'docx', bytes);
  },
};

const pdf: LocalTool = {
  id: 'document.pdf',
  modality: 'document',
  description: `Writes a PDF (Latin, Greek and Cyrillic letters only). ${TEXT}`,
  isGeneral: true,
  async make(request, dir, signal) {
    const text = textOf(request);
    if (typeof text !== 'string') return text;
    const { drawable } = await fontLetters();
    const drawn = drawable(text);
    if ('missing' in drawn) {
      const some = drawn.missing.slice(0, 12).join(' ');
      return badOrder(`A PDF cannot be written with these signs, order "document.docx": ${some}`);
    }
    const { blocksOf } = await blockReader();
    const blocks = blocksOf(drawn.text);
    const { writePdf } = await pdfWriter();
    const bytes = await writePdf(blocks, await titleOf(blocks, request.tag));
    signal.throwIfAborted();
    return await writeMade(dir, request.tag, 'pdf', bytes);
  },
};

const csv: LocalTool = {
  id: 'document.csv',
  modality: 'document',
  description: `Writes a table as CSV (the first sheet). ${TABLE}`,
  isGeneral: false,
  async make(request, dir) {
    const sheets = sheetsOf(request);
    if ('status' in sheets) return sheets;
    const [first] = sheets;
    if (first === undefined) return badOrder('There is no table in the order.');
    return await writeMade(dir, request.tag, 'csv', csvOf(first));
  },
};

const xlsx: LocalTool = {
  id: 'document.xlsx',
  modality: 'document',
  description: `Writes an Excel workbook. ${TABLE}`,
  isGeneral: false,
  async make(request, dir, signal) {
    const sheets = sheetsOf(request);
    if ('status' in sheets) return sheets;
    const { writeXlsx } = await xlsxWriter();
    const bytes = await writeXlsx(sheets);
    signal.throwIfAborted();
    return await writeMade(dir, request.tag, 'xlsx', bytes);
  },
};

/** Documents; the first is the one that suits where an order names none. */
export const DOCUMENT_TOOLS: readonly LocalTool[] = [pdf, markdown, docx, csv, xlsx];
