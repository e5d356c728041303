import { readFile, stat } from 'node:fs/promises';
import { withByteSource } from '../../media/byte-source.ts';
import { type Decoded, unscored } from '../../media/decode/decoded.ts';
import { extensionOfPath } from '../../media/decode/extension.ts';
import { decodeText } from '../../media/decode/text.ts';
import { mimeTypeOf } from '../../media/mime-types.ts';
import { sniffPdf, sniffZip } from '../../media/sniff/document.ts';
import { detectType } from '../../media/sniff/signature.ts';
import { isSameType, mustHaveSignature, typeLabel } from '../../media/type-names.ts';
import type { DocumentContent, DocumentLimits } from './content.ts';
import { readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import type { Ocr } from './ocr.ts';
import { readPdf } from './pdf.ts';
import { readPicture } from './picture.ts';
import { readMarkdown, readPlain } from './plain.ts';
import { readXlsx } from './xlsx.ts';
import { checkZip } from './zip-guard.ts';

const MAX_FILE_BYTES = 100_000_000;
const MAX_TEXT_BYTES = 20_000_000;
// what the libraries make of a part is many times its size
const MAX_DOCX_BYTES = 60_000_000;
const MAX_XLSX_BYTES = 40_000_000;
const DOCX = mimeTypeOf('docx');
const XLSX = mimeTypeOf('xlsx');

/**
 * Reads a document by what its bytes are, whatever its extension says.
 *
 * @returns unscored for a file that is missing, empty, cut off, protected, too large or of a format
 *   that has no reader
 */
export async function readDocument(
  path: string,
  ocr: Ocr,
  limits: DocumentLimits,
): Promise<Decoded<DocumentContent>> {
  const file = await stat(path).catch(() => undefined);
  if (file?.isFile() !== true) return unscored('media-missing', 'There is no file at this path.');
  if (file.size === 0) return unscored('media-broken', 'The file is empty (0 bytes).');
  if (file.size > MAX_FILE_BYTES) {
    const size = `${(file.size / 1e6).toFixed(1)} MB`;
    return unscored('media-too-large', `The file has ${size}; the limit is 100 MB.`);
  }
  const found = await typeOf(path);
  if (found.broken !== undefined) return unscored('media-broken', found.broken);
  const extension = extensionOfPath(path);
  const expected = mimeTypeOf(extension);
  if (found.type.startsWith('text/') && mustHaveSignature(expected)) {
    const what = found.type === 'text/html' ? 'a web page' : 'text';
    const advice = 'Perhaps a download that failed: get it again.';
    return unscored('media-broken', `The file is ${what}, not ${typeLabel(expected)}. ${advice}`);
  }
  const content = await readAs(found.type, path, extension, ocr, limits);
  if (content.status !== 'decoded' || isSameType(expected, found.type)) return content;
  const [says, is] = [typeLabel(expected), typeLabel(found.type)];
  const note = `The extension says ${says}, the bytes are ${is}; it is read as that.`;
  return { ...content, notes: [note, ...content.notes] };
}

interface FoundType {
  readonly type: string;
  readonly broken?: string;
}

function typeOf(path: string): Promise<FoundType> {
  return withByteSource(path, async (source) => {
    const type = detectType(await source.read(0, 1024)) ?? 'application/octet-stream';
    const sniff =
      type === 'application/pdf' ? sniffPdf : type === 'application/zip' ? sniffZip : undefined;
    const { broken, detectedType = type } = (await sniff?.(source)) ?? {};
    return { type: detectedType, ...(broken !== undefined && { broken }) };
  });
}

async function readAs(
  type: string,
  path: string,
  extension: string,
  ocr: Ocr,
  limits: DocumentLimits,
): Promise<Decoded<DocumentContent>> {
  if (type === 'application/pdf') return readPdf(await readFile(path), ocr, limits);
  if (type === DOCX || type === XLSX) return readOffice(type, path);
  if (type === 'application/x-ole-storage') return readOle(path);
  if (type.startsWith('image/') && type !== 'image/svg+xml') {
    return readPicture(path, typeLabel(type), ocr, limits);
  }
  if (type.startsWith('text/') || mimeTypeOf(extension).startsWith('text/')) {
    return readText(path, extension);
  }
  const what = type === 'application/octet-stream' ? 'bytes of an unknown kind' : typeLabel(type);
  return unscored('unsupported', `There is no reader of documents for ${what}.`);
}

async function readOffice(type: string, path: string): Promise<Decoded<DocumentContent>> {
  const bytes = await readFile(path);
  const problem = await checkZip(bytes, type === DOCX ? MAX_DOCX_BYTES : MAX_XLSX_BYTES);
  if (problem !== undefined) return problem;
  return type === DOCX ? readDocx(bytes) : readXlsx(bytes);
}

/** Word and Excel put a protected file into the container of the old formats. */
async function readOle(path: string): Promise<Decoded<DocumentContent>> {
  const bytes = await readFile(path);
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return unscored('media-broken', 'The file is protected by a password.');
  }
  const advice = 'Save it as DOCX or XLSX.';
  return unscored('unsupported', `There is no reader for the old Office formats. ${advice}`);
}

async function readText(path: string, extension: string): Promise<Decoded<DocumentContent>> {
  const decoded = await decodeText(path, MAX_TEXT_BYTES);
  if (decoded.status !== 'decoded') return decoded;
  const { text } = decoded.value;
  const { notes } = decoded;
  if (extension === 'csv' || extension === 'tsv') {
    return { status: 'decoded', value: readCsv(text, extension), notes };
  }
  const isMarkdown = extension === 'md' || extension === 'markdown';
  return { status: 'decoded', value: isMarkdown ? readMarkdown(text) : readPlain(text), notes };
}
