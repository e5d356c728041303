// A small PDF writer: base fonts, text that can be selected, lines, boxes and JPEG pictures.
// It writes no date and no id, so a file depends on its content only.

/** One page: its drawing operators and the pictures that they name. */
export class PdfPage {
  readonly operators: string[] = [];
  readonly pictures: { name: string; jpeg: Buffer; width: number; height: number }[] = [];
  readonly width: number;
  readonly height: number;

  constructor(width = 595, height = 842) {
    this.width = width;
    this.height = height;
  }

  /** Text with its baseline at (x, y) from the upper left corner, in points. */
  text(x: number, y: number, body: string, size = 11, bold = false, color = '#1f2733'): void {
    const font = bold ? 'F2' : 'F1';
    const at = `${num(x)} ${num(this.height - y)}`;
    this.operators.push(
      `BT ${rgbOf(color)} rg /${font} ${size} Tf ${at} Td (${pdfString(body)}) Tj ET`,
    );
  }

  /** Lines broken at `columns` characters; returns y below the last. */
  paragraph(x: number, y: number, body: string, columns: number, size = 11): number {
    let at = y;
    for (const row of wrap(body, columns)) {
      this.text(x, at, row, size);
      at += size * 1.45;
    }
    return at;
  }

  box(x: number, y: number, width: number, height: number, fill: string): void {
    const at = `${num(x)} ${num(this.height - y - height)} ${num(width)} ${num(height)}`;
    this.operators.push(`${rgbOf(fill)} rg ${at} re f`);
  }

  rule(x1: number, y1: number, x2: number, y2: number, color = '#c5ccd6', width = 0.7): void {
    const [a, b] = [num(this.height - y1), num(this.height - y2)];
    this.operators.push(`${rgbOf(color)} RG ${width} w ${num(x1)} ${a} m ${num(x2)} ${b} l S`);
  }

  picture(
    jpeg: Buffer,
    pixels: readonly [number, number],
    x: number,
    y: number,
    width: number,
  ): void {
    const height = (width * pixels[1]) / pixels[0];
    const name = `Im${this.pictures.length + 1}`;
    this.pictures.push({ name, jpeg, width: pixels[0], height: pixels[1] });
    const matrix = `${num(width)} 0 0 ${num(height)} ${num(x)} ${num(this.height - y - height)}`;
    this.operators.push(`q ${matrix} cm /${name} Do Q`);
  }
}

const num = (value: number) => String(Math.round(value * 100) / 100);

function rgbOf(hex: string): string {
  return [1, 3, 5].map((at) => num(parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
}

const WIN_ANSI: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '•': 0x95,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '€': 0x80,
  '…': 0x85,
};

function pdfString(text: string): string {
  return [...text]
    .map((char) => {
      const code = WIN_ANSI[char] ?? char.charCodeAt(0);
      if (char === '(' || char === ')' || char === '\\') return `\\${char}`;
      if (code > 255) throw new Error(`"${char}" is not in the PDF base encoding`);
      return code > 126 ? `\\${code.toString(8).padStart(3, '0')}` : char;
    })
    .join('');
}

function wrap(body: string, columns: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of body.split(' ')) {
    if (row !== '' && row.length + word.length + 1 > columns) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row];
}

/** All pages as one PDF 1.4 file. */
export function writePdf(pages: readonly PdfPage[], title: string): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(Buffer.from(body));
  const stream = (head: string, body: Buffer) =>
    Buffer.concat([
      Buffer.from(`<< ${head} /Length ${body.length} >>\nstream\n`),
      body,
      Buffer.from('\nendstream'),
    ]);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kidsAt = objects.length;
  add('');
  for (const name of ['Helvetica', 'Helvetica-Bold'])
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
  add(`<< /Title (${pdfString(title)}) >>`);
  const kids: string[] = [];
  for (const page of pages) {
    const xObjects = page.pictures.map((picture) => {
      const size = `/Width ${picture.width} /Height ${picture.height}`;
      const head = `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
      add(stream(head, picture.jpeg));
      return `/${picture.name} ${objects.length} 0 R`;
    });
    add(stream('', Buffer.from(page.operators.join('\n'), 'latin1')));
    const content = objects.length;
    const resources = `<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << ${xObjects.join(' ')} >> >>`;
    const box = `[0 0 ${page.width} ${page.height}]`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources ${resources} /Contents ${content} 0 R >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[kidsAt] = Buffer.from(
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`,
  );
  return assemble(objects);
}

function assemble(objects: readonly Buffer[]): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const [i, body] of objects.entries()) {
    offsets.push(at);
    const piece = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    pieces.push(piece);
    at += piece.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  pieces.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(pieces);
}
