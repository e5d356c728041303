import type { MediaFacts, MediaRef } from '../../../shared/model/media.ts';

/** How a document is shown. */
export type DocumentKind = 'pdf' | 'docx' | 'table' | 'markdown' | 'text' | 'image' | 'unknown';

const BY_EXTENSION: Readonly<Record<string, DocumentKind>> = {
  csv: 'table',
  tsv: 'table',
  md: 'markdown',
  markdown: 'markdown',
};

/** Chosen by what the bytes are; among text formats, which have no signature, by the extension. */
export function documentKind(ref: MediaRef, facts: MediaFacts | undefined): DocumentKind {
  const type = facts?.detectedType ?? ref.mimeType;
  if (type === 'application/pdf') return 'pdf';
  if (type.endsWith('wordprocessingml.document')) return 'docx';
  if (type.endsWith('spreadsheetml.sheet')) return 'table';
  if (type === 'image/svg+xml' && ref.extension !== 'svg') return 'text';
  if (type.startsWith('image/')) return 'image';
  const isText = type.startsWith('text/') || type === 'application/json';
  if (isText) return BY_EXTENSION[ref.extension] ?? 'text';
  return 'unknown';
}
