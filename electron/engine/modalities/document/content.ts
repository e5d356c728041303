import type { Finding } from '../define-inspection.ts';
import type { Figure } from '../define.ts';

/** One page, sheet or, where a format has no pages, the whole. */
export interface PageContent {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** `scan`: no text but a picture, read by OCR where `confidence` stands. */
  readonly kind: 'text' | 'scan' | 'empty';
  readonly tables: number;
  /** Mean confidence of the recognised words, 0..1; absent without OCR. */
  readonly confidence?: number;
}

/** What a reader of one format found. */
export interface DocumentContent {
  /** For people, e.g. `PDF`. */
  readonly type: string;
  /** What a page is called in this format. */
  readonly unit: 'pages' | 'sheets';
  /** All pages; fewer may have been read. Absent where the format has none. */
  readonly pageCount?: number;
  readonly pages: readonly PageContent[];
  readonly findings?: readonly Finding[];
  /** Figures that only this format has. */
  readonly figures?: Readonly<Record<string, Figure>>;
}

/** What one document may cost. */
export interface DocumentLimits {
  /** On `clock`'s scale: pages that are not read by then are left out, and that is said. */
  readonly deadline: number;
  readonly clock: () => number;
}

/** A page that is a whole text file. */
export const wholeText = (text: string, tables: number): PageContent => ({
  number: 1,
  text,
  kind: text.trim() === '' ? 'empty' : 'text',
  tables,
});
