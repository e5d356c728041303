// Figures that stand beside an official score and never enter it: no single number is made of them.
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { Unscored } from '../media/decode/decoded.ts';
import type { Figure, Inspection } from '../../../shared/model/quality.ts';

export type { Finding, Inspection } from '../../../shared/model/quality.ts';

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
