import type { QualityEvidence } from '../../../shared/model/quality.ts';
import type { ModalityId } from '../../../shared/model/modality.ts';
import { type Decoded, type Unscored, unscored } from '../media/decode/decoded.ts';

export type { Figure, QualityEvidence } from '../../../shared/model/quality.ts';

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
