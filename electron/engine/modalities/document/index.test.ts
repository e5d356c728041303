import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePdf } from '../../../../tests/builders/make-pdf.ts';
import { docxParts, makeZip } from '../../../../tests/builders/make-zip.ts';
import type { InspectionOutcome } from '../define-inspection.ts';
import { documentInspector } from './index.ts';

const MEDIA = new URL('../../../../tests/fixtures/media/', import.meta.url).pathname;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loupe-document-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspectBytes(name: string, bytes: Uint8Array | string): Promise<InspectionOutcome> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return documentInspector.inspectFile(path);
}

const inspectMedia = (name: string) => documentInspector.inspectFile(join(MEDIA, name));

function figures(outcome: InspectionOutcome): Record<string, number | undefined> {
  if (outcome.status !== 'inspected') throw new Error(outcome.reason);
  const all = Object.entries(outcome.inspection.figures);
  for (const [, { value, range }] of all) {
    if (value === undefined) continue;
    expect(value).toBeGreaterThanOrEqual(range[0]);
    expect(value).toBeLessThanOrEqual(range[1]);
  }
  return Object.fromEntries(all.map(([name, { value }]) => [name, value]));
}

const textPicture = (lines: readonly string[], width = 1000, height = 400) => {
  const rows = lines.map(
    (line, i) =>
      `<text x="40" y="${80 + i * 60}" font-size="40" font-family="sans-serif">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rows.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' });
};

describe('PDF', () => {
  test('text, pages, a table and empty pages are found in the text layer', async () => {
    const rows = [700, 680, 660, 640].flatMap((y, i) => [
      [60, y, `Row ${i}`] as const,
      [200, y, String(i * 11)] as const,
      [340, y, 'value'] as const,
    ]);
    const pdf = makePdf([{ lines: ['The first page of a report'] }, { placed: rows }, {}]);

    const outcome = await inspectBytes('three.pdf', pdf);

    expect(figures(outcome)).toMatchObject({
      pages: 3,
      'empty pages': 1,
      'tables found': 1,
      'pages without a text layer': 0,
      words: 6 + 4 * 4,
      legible: 1,
    });
    expect(outcome).toMatchObject({
      inspection: { type: 'PDF', findings: [{ kind: 'empty-page', page: 3 }] },
    });
  });

  test('a page that is only a picture is read by the OCR', async () => {
    const picture = textPicture(['A scanned page', 'of the report'], 1000, 1414);
    const bytes = await picture.jpeg().toBuffer();
    const pdf = makePdf([{ jpeg: { bytes, width: 1000, height: 1414 } }]);

    const outcome = await inspectBytes('scan.pdf', pdf);

    const found = figures(outcome);
    expect(found).toMatchObject({ pages: 1, 'pages without a text layer': 1, words: 6 });
    expect(found['OCR confidence']).toBeGreaterThan(0.7);
  });

  test('of 500 pages 300 are read, and that is said', async () => {
    const pages = Array.from({ length: 500 }, (_, i) => ({ lines: [`Page ${i + 1} of many`] }));

    const outcome = await inspectBytes('long.pdf', makePdf(pages));

    expect(figures(outcome)).toMatchObject({ pages: 500, words: 300 * 4, 'empty pages': 0 });
    expect(JSON.stringify(outcome)).toContain('300 of 500 pages were read');
  });

  test('protected, cut off and damaged files have their reason', async () => {
    const pdf = makePdf([{ lines: ['secret'] }]);
    const damaged = Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      Buffer.alloc(500, 65),
      Buffer.from('%%EOF'),
    ]);

    expect(await inspectBytes('locked.pdf', makePdf([{ lines: ['secret'] }], 'of nobody'))).toEqual(
      {
        status: 'unscored',
        code: 'media-broken',
        reason: 'The PDF is protected by a password.',
      },
    );
    expect(await inspectBytes('cut.pdf', pdf.subarray(0, 300))).toMatchObject({
      code: 'media-broken',
      reason: expect.stringMatching(/^Cut off/) as string,
    });
    expect(await inspectBytes('damaged.pdf', damaged)).toMatchObject({ code: 'media-broken' });
  });
});

describe('Office files', () => {
  test('a DOCX gives its text, tables, headings and pictures', async () => {
    const outcome = await inspectMedia('report.docx');

    expect(figures(outcome)).toMatchObject({
      'tables found': 1,
      headings: 1,
      pictures: 2,
      legible: 1,
    });
    expect(figures(outcome)['pages']).toBe(undefined);
  });

  test('an XLSX gives its sheets and cells', async () => {
    expect(figures(await inspectMedia('sheet.xlsx'))).toMatchObject({
      sheets: 2,
      'empty sheets': 0,
      'tables found': 2,
      cells: 308,
      formulas: 60,
    });
  });

  test('a made DOCX is read word by word, whatever its extension', async () => {
    const zip = makeZip(docxParts(['Two words', 'and three &amp; more']));

    const outcome = await inspectBytes('made.pdf', zip);

    expect(figures(outcome)).toMatchObject({ words: 6 });
    expect(JSON.stringify(outcome)).toContain('The extension says PDF, the bytes are DOCX');
  });

  test('a bomb is refused before it is unpacked, also when its directory lies', async () => {
    const zeros = { name: 'word/media/a.bin', bytes: Buffer.alloc(80_000_000) };
    const honest = makeZip([...docxParts(['a']), zeros]);
    const lying = makeZip([...docxParts(['a']), { ...zeros, claimedBytes: 1000 }]);

    expect(await inspectBytes('bomb.docx', honest)).toMatchObject({
      code: 'media-too-large',
      reason: expect.stringContaining('become 80.0 MB; the limit is 60.0 MB') as string,
    });
    expect(await inspectBytes('lying.docx', lying)).toMatchObject({ code: 'media-too-large' });
  });

  test('entities, passwords and damage each have their reason', async () => {
    const [types, relations] = docxParts([]);
    const lol = `<!DOCTYPE a [<!ENTITY a "lol">]><w:document/>`;
    const parts = [types!, relations!, { name: 'word/document.xml', bytes: lol }];
    const locked = docxParts(['a']).map((part) => ({ ...part, isEncrypted: true }));
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(500),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    const whole = makeZip(docxParts(['a']));
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 60, 120);

    expect(await inspectBytes('lol.docx', makeZip(parts))).toMatchObject({
      code: 'media-broken',
      reason: expect.stringContaining('defines entities') as string,
    });
    for (const bytes of [makeZip(locked), ole]) {
      expect(await inspectBytes('locked.docx', bytes)).toMatchObject({
        code: 'media-broken',
        reason: 'The file is protected by a password.',
      });
    }
    expect(await inspectBytes('old.doc', ole.subarray(0, 500))).toMatchObject({
      code: 'unsupported',
    });
    expect(await inspectBytes('cut.docx', whole.subarray(0, whole.length - 100))).toMatchObject({
      code: 'media-broken',
      reason: expect.stringMatching(/^Cut off/) as string,
    });
    expect(await inspectBytes('damaged.docx', damaged)).toMatchObject({ code: 'media-broken' });
  });
});

describe('text', () => {
  test('a CSV gives rows, columns and the rows that do not fit', async () => {
    const outcome = await inspectBytes('a.csv', 'a;b;c\n1;2;3\n4;5\n\n"x;y";;7\n');

    expect(figures(outcome)).toMatchObject({
      rows: 4,
      columns: 3,
      'uneven rows': 1,
      'empty cells': 1,
      'tables found': 1,
    });
    expect(outcome).toMatchObject({ inspection: { findings: [{ line: 3 }] } });
  });

  test('Markdown tables and headings count outside of code only', async () => {
    const text =
      '# One\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n```sh\n# no heading\n| a |\n|---|\n```\n~~~\nopen\n';

    const outcome = await inspectBytes('a.md', text);

    expect(figures(outcome)).toMatchObject({ headings: 1, 'tables found': 1 });
    expect(outcome).toMatchObject({ inspection: { findings: [{ kind: 'open-fence', line: 12 }] } });
  });

  test('encoding trouble is counted by kind, and shown', async () => {
    const outcome = await inspectBytes(
      'a.txt',
      'caf\u00c3\u00a9 \ufffd\ufffd it\u00e2\u20ac\u2122s \ue001 \u0001 fine café\n',
    );

    expect(figures(outcome)).toMatchObject({
      'wrong encoding': 2,
      'replacement characters': 2,
      'unnamed characters': 1,
      'control characters': 1,
    });
    const clean = await inspectBytes(
      'b.txt',
      'Ângelo’s café — “naïve” Ærø, 10 €; Â is a letter.\n',
    );
    expect(figures(clean)).toMatchObject({
      'wrong encoding': 0,
      'control characters': 0,
      legible: 1,
    });
  });

  test('empty, missing, unknown and misnamed files each have their reason', async () => {
    const reasons = [
      [await inspectBytes('none.pdf', ''), 'media-broken', 'empty'],
      [await documentInspector.inspectFile(join(folder, 'absent.pdf')), 'media-missing', 'no file'],
      [await inspectMedia('web-page.png'), 'media-broken', 'web page'],
      [await inspectMedia('clip.mp4'), 'unsupported', 'MP4'],
      [
        await inspectBytes(
          'noise.txt',
          new Uint8Array(999).map((_, i) => (i * 89) % 256),
        ),
        'media-broken',
        'binary',
      ],
      [await inspectMedia('cut.png'), 'media-broken', 'picture'],
    ] as const;

    for (const [outcome, code, word] of reasons) {
      expect(outcome).toMatchObject({ status: 'unscored', code });
      expect(outcome.status === 'unscored' && outcome.reason).toContain(word);
    }
  });
});

describe('pictures', () => {
  test('a clear picture of text reads better than a ruined one', async () => {
    const lines = ['The buffer region lies around', 'half equivalence of the acid'];
    const clear = await textPicture(lines).png().toBuffer();
    const ruined = await textPicture(lines).resize(110).blur(1.2).jpeg({ quality: 20 }).toBuffer();

    const good = figures(await inspectBytes('clear.png', clear));
    const bad = figures(await inspectBytes('ruined.jpg', ruined));

    expect(good).toMatchObject({ words: 10, legible: 1 });
    expect(good['OCR confidence']).toBeGreaterThan(bad['OCR confidence'] ?? 0);
  });

  test('a picture without text is an empty page', async () => {
    const blank = await sharp({
      create: { width: 300, height: 200, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer();

    expect(figures(await inspectBytes('blank.png', blank))).toMatchObject({
      words: 0,
      'empty pages': 1,
    });
  });
});
