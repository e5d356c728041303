import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Run } from './blocks.ts';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
const CODE_FONT = 'Courier New';
const INDENT_TWIPS = 360;

/** A Word document of the blocks. */
export async function writeDocx(blocks: readonly Block[], title: string): Promise<Buffer> {
  const children = blocks.flatMap(partsOf);
  const document = new Document({ title, creator: 'UniM Loupe', sections: [{ children }] });
  return await Packer.toBuffer(document);
}

function partsOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const heading = HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_6;
      return [new Paragraph({ heading, children: runsOf(block.runs) })];
    }
    case 'paragraph':
      return [
        new Paragraph({
          children: runsOf(block.runs),
          spacing: { after: 160 },
          ...(block.isQuote && { indent: { left: INDENT_TWIPS } }),
        }),
      ];
    case 'item':
      return [listItem(block)];
    case 'code':
      return block.text
        .split('\n')
        .map(
          (line) =>
            new Paragraph({ children: [new TextRun({ text: line, font: CODE_FONT, size: 20 })] }),
        );
    case 'table':
      return [tableOf(block.rows), new Paragraph({})];
    case 'rule':
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '999999', space: 1 } },
        }),
      ];
  }
}

/** Numbers stand as text: they are as they were ordered, wherever the document is opened. */
function listItem({ runs, depth, mark }: Extract<Block, { readonly kind: 'item' }>): Paragraph {
  const left = INDENT_TWIPS * (depth + 1);
  return new Paragraph({
    children: [...(mark === '' ? [] : [new TextRun(`${mark}\t`)]), ...runsOf(runs)],
    indent: { left, hanging: mark === '' ? 0 : INDENT_TWIPS },
    tabStops: [{ type: 'left', position: left }],
    spacing: { after: 60 },
  });
}

function tableOf(rows: Extract<Block, { readonly kind: 'table' }>['rows']): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: cells.map(
            (runs) =>
              new TableCell({
                margins: { left: 80, right: 80, top: 40, bottom: 40 },
                children: [new Paragraph({ children: runsOf(runs, index === 0) })],
              }),
          ),
        }),
    ),
  });
}

function runsOf(runs: readonly Run[], isHead = false): TextRun[] {
  return runs.flatMap(({ text, bold, italic, code }) =>
    text.split('\n').map(
      (line, index) =>
        new TextRun({
          text: line,
          bold: isHead || bold === true,
          italics: italic === true,
          ...(code === true && { font: CODE_FONT }),
          ...(index > 0 && { break: 1 }),
        }),
    ),
  );
}
