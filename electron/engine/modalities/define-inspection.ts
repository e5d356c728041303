// Figures that stand beside an official score and never enter it: no single number is made of them.
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { Unscored } from '../media/decode/decoded.ts';
import type { Figure } from './define.ts';

/** Something to look at in a file, with its place where it has one. */
export interface Finding {
  /** e.g. `syntax-error`, `empty-page`, `mojibake`. */
  readonly kind: string;
  readonly message: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column?: number;
  /** Counted from 1. */
  readonly page?: number;
}

/** What an inspection found, kept as it is. */
export interface Inspection {
  readonly profile: string;
  readonly version: number;
  /** What the file is, for people, e.g. `Python` or `PDF`. */
  readonly type: string;
  readonly figures: Readonly<Record<string, Figure>>;
  /** In the order of the file; at most {@link MAX_FINDINGS}, a figure has the full count. */
  readonly findings: readonly Finding[];
  /** About this file, e.g. a rule of sampling that was applied. */
  readonly notes: readonly string[];
}

/** The figures of a file, or the reason why there are none. */
export type InspectionOutcome =
  { readonly status: 'inspected'; readonly inspection: Inspection } | Unscored;

/** A way to look at files of one modality. */
export interface FileInspector {
  readonly modality: ModalityId;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  /** What the figures are worth. */
  readonly note: string;
  /** Never throws for a bad file, never runs what is in it. */
  readonly inspectFile: (path: string) => Promise<InspectionOutcome>;
}

/** More findings are counted, not listed. */
export const MAX_FINDINGS = 100;

const MANY = Number.MAX_SAFE_INTEGER;

/** A figure that counts things; `undefined` stands for "was not counted". */
export const countFigure = (value: number | undefined, unit = 'count', note?: string): Figure => ({
  ...(value !== undefined && { value }),
  unit,
  range: [0, MANY],
  role: 'diagnostic',
  ...(note !== undefined && { note }),
});

/** A share in [0, 1]; of nothing there is no share. */
export const shareFigure = (part: number, whole: number, note?: string): Figure => ({
  ...(whole > 0 && { value: Math.min(Math.max(part / whole, 0), 1) }),
  unit: '',
  range: [0, 1],
  role: 'diagnostic',
  ...(note !== undefined && { note }),
});
