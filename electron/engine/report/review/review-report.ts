// What a report holds, whatever it is written as: the figures as tables, and examples to look at.
import type { Table } from '../../../../shared/sheet/sheet.ts';

/** A report, ready to be written. */
export interface ReviewReport {
  readonly title: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Of what it is: set, models, versions; a sentence each. */
  readonly facts: readonly string[];
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
  readonly examples: readonly ReportExample[];
}

/** An instance with everything that is said of it. */
export interface ReportExample {
  readonly key: string;
  readonly facts: string;
  readonly sides: readonly ReportSide[];
  /** What people said, a line each. */
  readonly said: readonly string[];
}

/** Task, reference or a response. */
export interface ReportSide {
  readonly name: string;
  readonly strip: string;
  readonly blocks: readonly ReportBlock[];
  /** E.g. `SC 80.0`. */
  readonly figures: readonly string[];
  readonly reasons: readonly { readonly of: string; readonly text: string }[];
}

/** A piece of text, or an item in its place. */
export type ReportBlock =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'item';
      readonly tag: string;
      readonly modality: string;
      /** JPEG. */
      readonly picture?: ReportPicture;
      readonly text?: string;
      readonly note?: string;
    };

/** A picture made small enough for paper. */
export interface ReportPicture {
  readonly jpeg: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly shows: string;
}
