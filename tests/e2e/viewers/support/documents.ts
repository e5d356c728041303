// Documents and code in two versions, of which a test knows what differs; made for each run.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePdf } from '../../../builders/make-pdf.ts';
import { writeHostileFiles } from '../../../builders/hostile/hostile-files.ts';
import { docxParts, makeZip } from '../../../builders/make-zip.ts';

const ROWS = 100_000;
/** A page of prose that no other page has. */
const pageLines = (number: number) => [
  `Chapter ${number} of the lab report`,
  ...Array.from(
    { length: 12 },
    (_, at) => `Step ${number}.${at}: sample${number}x${at} was weighed.`,
  ),
];

export async function writeDocuments(dir: string): Promise<void> {
  const files = { ...pdfs(), ...offices(), ...sheets(), ...codes(), ...texts() };
  await Promise.all(
    Object.entries(files).map(([name, content]) => writeFile(join(dir, name), content)),
  );
  await writeHostileFiles(dir);
}

function pdfs() {
  const pages = Array.from({ length: 6 }, (_, at) => ({ lines: pageLines(at + 1) }));
  const changed = pages.map((page, at) =>
    at === 3 ? { lines: page.lines.with(2, 'Step 4.1: sample4x1 was burned slowly.') } : page,
  );
  const many = Array.from({ length: 500 }, (_, at) => ({ lines: pageLines(at + 1) }));
  return {
    'six.pdf': makePdf(pages),
    // page 2 is new, so that page 4 stands beside page 5
    'seven.pdf': makePdf(changed.toSpliced(1, 0, { lines: ['An appendix of its own kind.'] })),
    'five-hundred.pdf': makePdf(many),
    'five-hundred-b.pdf': makePdf(many.with(449, { lines: ['Only this page is another one.'] })),
    'locked.pdf': makePdf(pages.slice(0, 1), 'open sesame'),
  };
}

function offices() {
  const paragraphs = ['Title of the report', 'The acid turned red.', 'It was left over night.'];
  const ole = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1_000),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(1_000),
  ]);
  return {
    'one.docx': makeZip(docxParts(paragraphs)),
    'two.docx': makeZip(docxParts(paragraphs.with(1, 'The acid turned deep blue.'))),
    'locked.docx': ole,
    'locked.xlsx': ole,
  };
}

function sheets() {
  const rows = Array.from({ length: ROWS }, (_, at) => `${at},name ${at},${(at * 7) % 1000}`);
  const changed = rows.with(80_000, '80000,another name,0').toSpliced(40_000, 1);
  const small = ['name,mass,unit', 'acid,1.50,g', 'base,2,g', 'salt,3,g'];
  return {
    'rows.csv': `id,name,value\n${rows.join('\n')}\n`,
    'rows-b.csv': `id,name,value\n${changed.join('\n')}\n`,
    'small.csv': small.join('\n'),
    'small-b.csv': ['name,mass,unit', 'acid,1.5,g', 'water,9,g', 'base,2,kg', 'salt,3,g'].join(
      '\n',
    ),
  };
}

function codes() {
  const line = (at: number) => `def step_${at}(value): return value * ${at} + offset_${at}`;
  const lines = Array.from({ length: 50_000 }, (_, at) => line(at));
  const statements = Array.from({ length: 32_000 }, (_, at) => `let name${at} = value(${at});`);
  return {
    'long.py': lines.join('\n'),
    'long-b.py': lines
      .with(30_000, 'def step_30000(value): return value * 2 + offset_30000')
      .toSpliced(10, 0, '# a comment that is new')
      .join('\n'),
    'one.js': statements.join(' '),
    'one-b.js': statements.with(20_000, 'let name20000 = other(1);').join(' '),
    // the same lines, each in another place
    'other.py': lines.map((_, at) => line((at * 7_919) % 50_000)).join('\n'),
    'trojan.py': 'access = "user\u202E \u2066# check if admin\u2069 \u2066"\npass\u200Bword = 1\n',
  };
}

function texts() {
  return {
    'one.md': '# Title\n\nThe acid turned **red** over night.\n\nDone.\n',
    'two.md': '# Title\n\nThe acid turned **blue** over night.\n\nDone.\n',
  };
}
