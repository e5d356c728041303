import { makePdfLock, PDF_ID } from './pdf-lock.ts';

/** One page of a made PDF: lines of text from the top, or a JPEG that fills it. */
export interface PdfPage {
  readonly lines?: readonly string[];
  /** Pieces of text at places, in points from the lower left. */
  readonly placed?: readonly (readonly [x: number, y: number, text: string])[];
  readonly jpeg?: { readonly bytes: Buffer; readonly width: number; readonly height: number };
}

const WIDTH = 595;
const HEIGHT = 842;

/** Writes a small, correct PDF, which opens with the password only where one is given. */
export function makePdf(pages: readonly PdfPage[], password?: string): Buffer {
  const lock = password === undefined ? undefined : makePdfLock(password);
  const objects: Buffer[] = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from(FONT)];
  const kids: number[] = [];
  for (const page of pages) {
    let xObjects = '';
    if (page.jpeg !== undefined) {
      const { bytes, width, height } = page.jpeg;
      const dictionary =
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ` +
        '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';
      objects.push(stream(dictionary, lock?.encrypt(bytes, objects.length + 1) ?? bytes));
      xObjects = `/XObject << /Im ${objects.length} 0 R >>`;
    }
    const drawing = Buffer.from(contentOf(page), 'latin1');
    objects.push(stream('', lock?.encrypt(drawing, objects.length + 1) ?? drawing));
    const content = objects.length;
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${content} 0 R ` +
          `/Resources << /Font << /F 3 0 R >> ${xObjects} >> >>`,
      ),
    );
    kids.push(objects.length);
  }
  objects[0] = Buffer.from('<< /Type /Catalog /Pages 2 0 R >>');
  const list = kids.map((kid) => `${kid} 0 R`).join(' ');
  objects[1] = Buffer.from(`<< /Type /Pages /Count ${kids.length} /Kids [${list}] >>`);
  if (lock !== undefined) objects.push(Buffer.from(lock.dictionary));
  return fileOf(objects, lock !== undefined);
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

function contentOf({ lines = [], placed = [], jpeg }: PdfPage): string {
  const picture = jpeg === undefined ? '' : `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /Im Do Q\n`;
  const text = lines.map((line, index) => show(60, HEIGHT - 60 - index * 16, line));
  return picture + [...text, ...placed.map(([x, y, word]) => show(x, y, word))].join('\n');
}

const show = (x: number, y: number, text: string) =>
  `BT /F 12 Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;

const stream = (dictionary: string, body: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${body.length} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ]);

function fileOf(objects: readonly Buffer[], isProtected: boolean): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  objects.forEach((object, index) => {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      object,
      Buffer.from('\nendobj\n'),
    ]);
    offsets.push(at);
    at += part.length;
    parts.push(part);
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const id = PDF_ID.toString('hex');
  const lock = isProtected ? `/Encrypt ${objects.length} 0 R /ID [<${id}> <${id}>]` : '';
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${lock} >>\n` +
        `startxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
