import { z } from 'zod';
import { InstanceFilter } from './filter.ts';
import { RatedMetric } from './rating.ts';
import { StratumPart } from './sample.ts';

const Ends = z.tuple([z.number(), z.number()]);

/** A figure with its 95 % bootstrap interval, or why there is none. Never NaN. */
export const Figure = z.object({
  value: z.number().optional(),
  ci95: Ends.optional(),
  /** Why it is undefined, e.g. all ratings are equal. */
  why: z.string().optional(),
});
export type Figure = z.infer<typeof Figure>;

export const AGREEMENT_FIGURES = [
  'pearson',
  'spearman',
  'kappaQuadratic',
  'alphaOrdinal',
  'signedError',
] as const;
export const AgreementFigure = z.enum(AGREEMENT_FIGURES);
export type AgreementFigure = z.infer<typeof AgreementFigure>;

/** Agreement of two sides over the items that both have; signed error is first minus second. */
export const AgreementFigures = z.object({
  n: z.int().min(0),
  pearson: Figure,
  spearman: Figure,
  kappaQuadratic: Figure,
  alphaOrdinal: Figure,
  signedError: Figure,
});
export type AgreementFigures = z.infer<typeof AgreementFigures>;

/** One place of a calibration plot: what people gave where the judge gave this. */
export const CalibrationPoint = z.object({
  judge: z.number(),
  n: z.int().min(1),
  human: z.number(),
  ci95: Ends.optional(),
});
export type CalibrationPoint = z.infer<typeof CalibrationPoint>;

/** How many more ratings until the interval of a figure is ±`halfWidth`. */
export const RatingsNeeded = z.object({
  halfWidth: z.number(),
  figures: z.array(
    z.object({
      figure: AgreementFigure,
      /** Now; absent without an interval. */
      halfWidth: z.number().optional(),
      /** 0 when it is narrow enough; absent where nobody can say. */
      more: z.int().min(0).optional(),
    }),
  ),
});
export type RatingsNeeded = z.infer<typeof RatingsNeeded>;

export const AgreementStratum = z.object({
  part: StratumPart,
  value: z.string(),
  figures: AgreementFigures,
});
export type AgreementStratum = z.infer<typeof AgreementStratum>;

/** Judge against people, of one metric or of all 1..5 scales together. */
export const MetricAgreement = z.object({
  /** Absent: all metrics together. */
  metric: RatedMetric.optional(),
  figures: AgreementFigures,
  /** Items rated that the judge has no figure for. */
  nUnjudged: z.int().min(0),
  /** Items left out because what was shown has changed since. */
  nStale: z.int().min(0),
  /** Items that somebody could not judge. */
  nCannot: z.int().min(0),
  raters: z.array(z.string()),
  /** Rows are the judge's levels, columns the people's. */
  confusion: z.object({ levels: z.array(z.number()), counts: z.array(z.array(z.int().min(0))) }),
  calibration: z.array(CalibrationPoint),
  needed: RatingsNeeded,
  strata: z.array(AgreementStratum),
  /** People among each other over what several have rated: no judge can be asked for more. */
  ceiling: z.object({
    figures: AgreementFigures,
    /** Items rated by two or more. */
    items: z.int().min(0),
    pairs: z.array(z.object({ a: z.string(), b: z.string(), figures: AgreementFigures })),
  }),
});
export type MetricAgreement = z.infer<typeof MetricAgreement>;

export const AgreementRequest = z.object({
  /** All metrics, each and together, when absent. */
  metric: RatedMetric.optional(),
  sampleId: z.string().optional(),
  filter: InstanceFilter.default({}),
  strata: z.array(StratumPart).default([]),
  /** Ratings of what has changed since count, too. */
  hasStale: z.boolean().default(false),
  /** Half the width that an interval is to have. */
  halfWidth: z.number().min(0.001).max(2).default(0.1),
});
export type AgreementRequest = z.infer<typeof AgreementRequest>;

/** A tie that leans counts as a win of that side, as half a win of each, or not at all. */
export const TIE_RULES = ['lean', 'half', 'drop'] as const;
export const TieRule = z.enum(TIE_RULES);
export type TieRule = z.infer<typeof TieRule>;

const Count = z.int().min(0);

/** How people preferred between two models. */
export const PairPreference = z.object({
  a: z.string(),
  b: z.string(),
  counts: z.object({ A: Count, tieA: Count, tieB: Count, B: Count }),
  n: Count,
  /** Share of A, by tie rule. */
  winRates: z.object({ lean: Figure, half: Figure, drop: Figure }),
});
export type PairPreference = z.infer<typeof PairPreference>;

export const PreferenceReport = z.object({
  n: Count,
  nStale: Count,
  pairs: z.array(PairPreference),
  /** Bradley–Terry log-strengths, their mean 0; ties count half. Empty with `why` when there are none. */
  strengths: z.array(z.object({ model: z.string(), strength: Figure })),
  why: z.string().optional(),
  /** Share of preferences for what stood on the left; half, when place does not matter. */
  leftShare: Figure,
});
export type PreferenceReport = z.infer<typeof PreferenceReport>;

/** How the judge agrees with itself over repeats of the same question. */
export const JudgeConsistency = z.object({
  metric: RatedMetric,
  /** Items judged more than once. */
  items: Count,
  /** Share of pairs of repeats that are the same. */
  sameShare: Figure,
  alphaOrdinal: Figure,
  /** Mean standard deviation over the repeats, in levels. */
  meanSpread: z.number().optional(),
});
export type JudgeConsistency = z.infer<typeof JudgeConsistency>;

/** A correlation of a composite with what people said. */
export const RationalityCorrelation = z.object({
  composite: z.enum(['SQCS', 'ICS']),
  /** What the human side is made of, e.g. `SC · (0.7 + 0.3 · GQ)`. */
  human: z.string(),
  n: Count,
  pearson: Figure,
  spearman: Figure,
  /** Of the paper. */
  published: z.number(),
});
export type RationalityCorrelation = z.infer<typeof RationalityCorrelation>;

/** A change made to the references' own structure, and what the scores make of it. */
export const Perturbation = z.object({
  change: z.enum(['none', 'addTag', 'removeTag', 'removeModality']),
  n: Count,
  sts: z.number().optional(),
  les: z.number().optional(),
  /** The score moved as the paper says. */
  isAsPublished: z.boolean(),
});
export type Perturbation = z.infer<typeof Perturbation>;
