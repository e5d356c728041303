import { fixedZip } from './zip.ts';

/** A block of a document: headings, paragraphs, list items, tables. `**bold**` marks runs. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'item'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function runs(text: string): string {
  return text
    .split(/\*\*/)
    .map((piece, i) =>
      piece === ''
        ? ''
        : `<w:r>${i % 2 ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(piece)}</w:t></w:r>`,
    )
    .join('');
}

function paragraph(style: string, text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs(text)}</w:p>`;
}

const STYLE = { title: 'Heading1', heading: 'Heading2', paragraph: 'Normal', item: 'Normal' };

function blockXml(block: Block): string {
  if (block.kind !== 'table')
    return paragraph(STYLE[block.kind], block.kind === 'item' ? `•  ${block.text}` : block.text);
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:color="BFC7D1"/>`)
    .join('');
  const rows = block.rows.map((row, i) => {
    const cells = row.map((cell) => {
      const body = paragraph('Normal', i === 0 ? `**${cell}**` : cell);
      return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${body}</w:tc>`;
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr>${rows.join('')}</w:tbl>`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function styleXml(id: string, name: string, size: number, bold: boolean, after: number): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:spacing w:after="${after}"/></w:pPr><w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr></w:style>`;
}

/** A Word document with real heading and list styles, the same bytes on every run. */
export async function writeDocx(blocks: readonly Block[]): Promise<Buffer> {
  const types = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`;
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (id: string, type: string, target: string) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/></Relationships>`;
  const styles = [
    styleXml('Normal', 'Normal', 22, false, 120),
    styleXml('Heading1', 'heading 1', 40, true, 240),
    styleXml('Heading2', 'heading 2', 28, true, 120),
  ];
  const body = blocks.map(blockXml).join('');
  return fixedZip([
    ['[Content_Types].xml', types],
    ['_rels/.rels', rels('rId1', 'officeDocument', 'word/document.xml')],
    [
      'word/document.xml',
      `${HEAD}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ],
    ['word/styles.xml', `${HEAD}<w:styles xmlns:w="${W}">${styles.join('')}</w:styles>`],
    ['word/_rels/document.xml.rels', rels('rId1', 'styles', 'styles.xml')],
  ]);
}
