import type { MediaFacts, MediaRef } from '../../../shared/model/media.ts';

/** How a document is shown. */
export type DocumentKind = 'pdf' | 'docx' | 'table' | 'markdown' | 'text' | 'image' | 'unknown';

const BY_EXTENSION: Readonly<Record<string, DocumentKind>> = {
  csv: 'table',
  tsv: 'table',
  md: 'markdown',
  markdown: 'markdown',
};

/** The container of old and of protected Office files: its readers say which of both it is. */
const BY_OLE_EXTENSION: Readonly<Record<string, DocumentKind>> = {
  doc: 'docx',
  docx: 'docx',
  xls: 'table',
  xlsx: 'table',
};

/** Chosen by what the bytes are; among text formats, which have no signature, by the extension. */
export function documentKind(ref: MediaRef, facts: MediaFacts | undefined): DocumentKind {
  const type = facts?.detectedType ?? ref.mimeType;
  if (type === 'application/pdf') return 'pdf';
  if (type.endsWith('wordprocessingml.document')) return 'docx';
  if (type.endsWith('spreadsheetml.sheet')) return 'table';
  if (type === 'application/x-ole-storage') return BY_OLE_EXTENSION[ref.extension] ?? 'unknown';
  if (type === 'image/svg+xml' && ref.extension !== 'svg') return 'text';
  if (type.startsWith('image/')) return 'image';
  const isText = type.startsWith('text/') || type === 'application/json';
  if (isText) return BY_EXTENSION[ref.extension] ?? 'text';
  return 'unknown';
}

/** How the rows of a table are written; by what the bytes are, then by the extension. */
export function tableFormat(ref: MediaRef, facts: MediaFacts | undefined): 'csv' | 'tsv' | 'xlsx' {
  if (facts?.detectedType?.endsWith('spreadsheetml.sheet') === true) return 'xlsx';
  return ref.extension === 'tsv' || ref.extension === 'csv' ? ref.extension : 'xlsx';
}
