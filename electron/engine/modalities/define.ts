import type { ModalityId } from '../../../shared/model/modality.ts';
import { type Decoded, type Unscored, unscored } from '../media/decode/decoded.ts';

/** One named figure behind a quality score, on its own scale. */
export interface Figure {
  /** Absent when the figure does not exist for this file, e.g. the loudness of silence. */
  readonly value?: number;
  /** `dB`, `LUFS`, `s`, `Hz`, `°`, `count`; `''` for a plain ratio. */
  readonly unit: string;
  /** Least and greatest value that the figure can take. */
  readonly range: readonly [number, number];
  /** What the figure contributes, 0 (worst) to 1 (best), where the profile rates it. */
  readonly score?: number;
  /** Weight of `score` in the mean it enters. */
  readonly weight?: number;
  /** `factor`: multiplied into the score; `diagnostic`: shown, not part of the score. */
  readonly role?: 'factor' | 'diagnostic';
  /** Said only where the figure needs it, e.g. what the official code does with it. */
  readonly note?: string;
}

/** What is kept with a quality score: every figure that it was made of. */
export interface QualityEvidence {
  readonly profile: string;
  readonly version: number;
  /** On the official scale, 0..100, two decimals. */
  readonly score: number;
  /** Named as in the profile's description. */
  readonly components: Readonly<Record<string, Figure>>;
  /** About this file, e.g. "first of 12 frames". */
  readonly notes: readonly string[];
}

/** `value` in [0, 1]; the official 0..100 is `evidence.score`. */
export type QualityOutcome =
  | { readonly status: 'scored'; readonly value: number; readonly evidence: QualityEvidence }
  | Unscored;

/** A way to rate files of one modality: a decoder and a pure function. */
export interface QualityProfile<T> {
  readonly modality: ModalityId;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  /** What the figure is worth; shown wherever the score shows. */
  readonly note: string;
  /** Reads the file at the path. Never throws for a bad file. */
  readonly decode: (path: string) => Promise<Decoded<T>>;
  /** Pure; never NaN. */
  readonly score: (value: T, notes: readonly string[]) => QualityOutcome;
}

/** A profile whose value type is of no interest: a path in, an outcome out. */
export interface FileQuality extends Omit<QualityProfile<unknown>, 'decode' | 'score'> {
  readonly scoreFile: (path: string) => Promise<QualityOutcome>;
}

/** Declares a profile; a folder beside this file and one line in `index.ts` is all that one needs. */
export function defineQuality<T>(profile: QualityProfile<T>): FileQuality {
  const { decode, score, ...described } = profile;
  return {
    ...described,
    scoreFile: async (path) => {
      const decoded = await decode(path);
      return decoded.status === 'decoded' ? score(decoded.value, decoded.notes) : decoded;
    },
  };
}

/** Outcome of a score on the official scale; rounds it to two decimals as the official code does. */
export function scoredOf(evidence: QualityEvidence): QualityOutcome {
  const score = Math.round(evidence.score * 100) / 100;
  if (!Number.isFinite(score)) return unscored('unsupported', 'The figures of this file overflow.');
  return { status: 'scored', value: score / 100, evidence: { ...evidence, score } };
}
