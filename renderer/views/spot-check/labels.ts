import type { AgreementFigure, TieRule } from '../../../shared/model/agreement.ts';
import type { JudgementVerdict } from '../../../shared/model/judge.ts';
import type { Preference, RatedMetric, RatingStep } from '../../../shared/model/rating.ts';
import { FIELDS, type FieldId } from '../../../shared/model/dataset.ts';
import type { StratumPart } from '../../../shared/model/sample.ts';

export const METRIC_LABELS: Readonly<Record<RatedMetric, string>> = {
  SC: 'Semantic correctness',
  HC: 'Holistic coherence',
  SH: 'Stylistic harmony',
  GQ: 'Quality of each item',
};

export const PART_LABELS: Readonly<Record<StratumPart, string>> = {
  score: 'Score bin',
  modality: 'Output modalities',
  model: 'Model',
  field: 'Field',
};

export const FIGURE_LABELS: Readonly<Record<AgreementFigure, string>> = {
  pearson: 'Pearson r',
  spearman: 'Spearman ρ',
  kappaQuadratic: 'Quadratic κ',
  alphaOrdinal: 'Krippendorff α',
  signedError: 'Signed error',
};

export const PREFERENCE_LABELS: Readonly<Record<Preference, string>> = {
  A: 'A better',
  tieA: 'Tie, leaning A',
  tieB: 'Tie, leaning B',
  B: 'B better',
};

export const TIE_LABELS: Readonly<Record<TieRule, string>> = {
  lean: 'ties by their lean',
  half: 'ties half each',
  drop: 'ties left out',
};

export const VERDICT_LABELS: Readonly<Record<JudgementVerdict, string>> = {
  agree: 'Agree',
  'caption-wrong': 'Caption wrong',
  'verdict-wrong': 'Verdict wrong',
};

/** A stratum's value as it is read, e.g. a field by its label. */
export function stratumLabel(part: StratumPart, value: string): string {
  const isField = part === 'field' && Object.hasOwn(FIELDS, value);
  return isField ? FIELDS[value as FieldId].label : value; // checked just before
}

/** A step as it is called beside its scale. */
export function stepLabel({ metric, tag }: RatingStep): string {
  if (tag === undefined) return METRIC_LABELS[metric];
  return tag === 'text' ? 'Quality of the text' : `Quality of ${tag}`;
}
