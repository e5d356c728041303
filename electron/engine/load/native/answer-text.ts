// What the readers share: texts of the folder, names that are compared, an answer put together.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ModalityId } from '../../../../shared/model/modality.ts';
import type { NativeProblem } from '../../../../shared/model/native.ts';
import { describeReadError } from '../read-error.ts';
import type { NativeItem, NativePart } from './types.ts';

const LARGEST_TEXT_BYTES = 64 << 20;

/** @returns undefined when it cannot be read; `problems` then says why */
export async function readText(
  { path, sizeBytes }: { readonly path: string; readonly sizeBytes: number },
  problems: NativeProblem[],
): Promise<string | undefined> {
  try {
    if (sizeBytes > LARGEST_TEXT_BYTES) throw new Error('it is larger than 64 MiB');
    const text = await readFile(path, 'utf8');
    return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  } catch (error) {
    const { message } = describeReadError(path, error);
    problems.push({ code: 'unreadable', severity: 'error', file: path, message });
    return undefined;
  }
}

const MODALITY_OF: Readonly<Record<string, ModalityId>> = {
  ...spread('image', '.jpg .jpeg .png .webp .gif .bmp .tif .tiff .svg'),
  ...spread('audio', '.wav .mp3 .flac .ogg .m4a .aac .opus'),
  ...spread('video', '.mp4 .webm .mov .avi .mkv .m4v'),
  ...spread('threeD', '.glb .gltf .obj .ply .off .stl'),
  ...spread('document', '.pdf .docx .doc .xlsx .csv .md .pptx .txt .html'),
  ...spread('code', '.py .js .ts .java .c .cpp .h .rs .go .rb .sql .sh .m .r .jl .php .cs .swift'),
};

function spread(modality: ModalityId, extensions: string): Record<string, ModalityId> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, modality]));
}

/** The modality that a file's extension stands for; undefined for others. */
export function modalityOfFile(name: string): ModalityId | undefined {
  return MODALITY_OF[extname(name).toLowerCase()];
}

/** Letters and digits only, in lower case: what is left of a prompt in the name of a file. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Parts of an answer without empty texts, ends trimmed, texts that touch made one. */
export function tidyParts(parts: readonly NativePart[]): NativePart[] {
  const tidy: NativePart[] = [];
  for (const part of parts) {
    const last = tidy.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      tidy[tidy.length - 1] = { kind: 'text', text: last.text + part.text };
    else tidy.push(part);
  }
  const [first] = tidy;
  if (first?.kind === 'text') tidy[0] = { kind: 'text', text: first.text.trimStart() };
  const end = tidy.at(-1);
  if (end?.kind === 'text') tidy[tidy.length - 1] = { kind: 'text', text: end.text.trimEnd() };
  return tidy.filter((part) => part.kind === 'item' || part.text !== '');
}

/** Index of the next item of a modality: each its own count from 0. */
export function createIndexes(): (modality: ModalityId) => number {
  const next = new Map<ModalityId, number>();
  return (modality) => {
    const index = next.get(modality) ?? 0;
    next.set(modality, index + 1);
    return index;
  };
}

/** A file that no marker names, behind the others of its modality. */
export function orphanOf(modality: ModalityId, index: number, path: string): NativeItem {
  return { modality, index, markers: [], files: [path], as: 'copy' };
}

/** A text that ends in dots was cut off by the system that wrote it. */
export function endsInDots(text: string): boolean {
  return /(?:\.\.\.|…)\s*$/.test(text);
}
