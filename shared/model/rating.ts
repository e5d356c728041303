// What people say of responses that were drawn for a spot-check. Every saying is an event that stays;
// what holds now follows from the events. While a rater is blind nothing here names a model or tells
// what the judge found.
import { z } from 'zod';
import { Sequence } from './content.ts';
import { JudgementVerdict } from './judge.ts';
import { ScoreSource } from './score.ts';

/** What people rate: the judge's figures of a response, and the quality (GQ) of each of its items. */
export const RATED_METRICS = ['SC', 'HC', 'SH', 'GQ'] as const;
export const RatedMetric = z.enum(RATED_METRICS);
export type RatedMetric = z.infer<typeof RatedMetric>;

/** The judge's own scale; for the quality of an item 1..5 stand for 0, 25 … 100 of 100. */
export const RATING_LEVELS = [1, 2, 3, 4, 5] as const;
export const RatingLevel = z.int().min(1).max(5);

/** A rater's name as it is shown. */
export const RaterName = z.string().trim().min(1).max(80);

/** Of two responses side by side. A tie leans one way: it can be counted as a tie or by its lean. */
export const PREFERENCES = ['A', 'tieA', 'tieB', 'B'] as const;
export const Preference = z.enum(PREFERENCES);
export type Preference = z.infer<typeof Preference>;

/** One level of a rubric, in the words that the judge is given. */
export const RubricLevel = z.object({ level: RatingLevel, text: z.string() });
export type RubricLevel = z.infer<typeof RubricLevel>;

/** One thing to be rated of a unit, in the order in which it is asked. */
export const RatingStep = z.object({
  metric: RatedMetric,
  /** Of an item's quality: the item, `text` for the response's words. */
  tag: z.string().optional(),
});
export type RatingStep = z.infer<typeof RatingStep>;

/** How a metric is to be rated. Read from the prompt that the project's judge is given. */
export const Rubric = z.object({
  metric: RatedMetric,
  title: z.string(),
  /** Best first. */
  levels: z.array(RubricLevel),
  /** The project's own words, not the shipped ones. */
  isEdited: z.boolean(),
});
export type Rubric = z.infer<typeof Rubric>;

const step = { metric: RatedMetric, tag: z.string().min(1).max(200).optional() };

/** Something a rater says of a unit. */
export const Saying = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), ...step, value: RatingLevel }),
  z.object({ kind: z.literal('cannot'), ...step, reason: z.string().trim().min(1).max(2000) }),
  z.object({ kind: z.literal('preference'), preference: Preference }),
  z.object({ kind: z.literal('note'), text: z.string().trim().max(8000) }),
  /** Behind the reveal: what is to be said of the judge's figure. */
  z.object({
    kind: z.literal('verdict'),
    ...step,
    verdict: JudgementVerdict,
    reason: z.string().trim().max(2000).default(''),
  }),
  /** Behind the reveal: what the figure should be; stands beside the judge's, never over it. */
  z.object({
    kind: z.literal('correction'),
    ...step,
    value: RatingLevel,
    reason: z.string().trim().max(2000).default(''),
  }),
]);
export type Saying = z.infer<typeof Saying>;

/** What holds of one step of a unit, for one rater. */
export const GivenRating = z.object({
  ...step,
  /** Absent where it could not be judged. */
  value: RatingLevel.optional(),
  /** Why it could not. */
  cannot: z.string().optional(),
  at: z.string(),
});
export type GivenRating = z.infer<typeof GivenRating>;

/** Where a rater stands with one unit. */
export const UnitProgress = z.object({
  given: z.array(GivenRating),
  preference: Preference.optional(),
  note: z.string().optional(),
  /** Every step has a rating or a reason why not. */
  isDone: z.boolean(),
  /** Names and figures were shown: what was rated blind stays as it is. */
  isRevealed: z.boolean(),
});
export type UnitProgress = z.infer<typeof UnitProgress>;

/** Where a rater stands with a sample. */
export const RatingSession = z.object({
  sampleId: z.string(),
  rater: z.string(),
  total: z.int().min(0),
  /** Units that are done. */
  done: z.int().min(0),
  /** Units of which the response is no longer there; they are passed over. */
  gone: z.int().min(0),
  /** First unit, in this rater's order, that is neither done nor gone; absent when there is none. */
  next: z.int().min(0).optional(),
  /** Ratings that hold. */
  ratings: z.int().min(0),
  canUndo: z.boolean(),
});
export type RatingSession = z.infer<typeof RatingSession>;

/** What a rater sees: no names of models, no figures, no captions, media by passing ids. */
export const BlindUnit = UnitProgress.extend({
  /** In this rater's order, from 0. */
  position: z.int().min(0),
  total: z.int().min(0),
  key: z.string(),
  task: Sequence,
  reference: Sequence,
  /** One response; two, in this rater's order, of a pair. Empty when one is gone. */
  responses: z.array(Sequence),
  steps: z.array(RatingStep),
  isGone: z.boolean(),
  /** What was rated has changed since. */
  isStale: z.boolean(),
});
export type BlindUnit = z.infer<typeof BlindUnit>;

/** Which parts of what was shown have changed since it was rated. */
export const STALE_PARTS = ['response', 'media', 'task', 'caption', 'prompt'] as const;
export const StalePart = z.enum(STALE_PARTS);
export type StalePart = z.infer<typeof StalePart>;

/** A figure behind the curtain, beside what the rater said. */
export const RevealedFigure = z.object({
  ...step,
  /** On the scale of 1..5; absent where the judge gave none. */
  judge: z.number().optional(),
  /** In [0, 1]. */
  value: z.number().optional(),
  source: ScoreSource.optional(),
  unscored: z.object({ code: z.string(), reason: z.string() }).optional(),
  /** The judge's words, where it gave any. */
  reason: z.string().optional(),
  human: z.number().optional(),
  verdict: z.object({ verdict: JudgementVerdict, reason: z.string() }).optional(),
  corrected: z.object({ value: z.number(), reason: z.string() }).optional(),
});
export type RevealedFigure = z.infer<typeof RevealedFigure>;

export const Revealed = z.object({
  responses: z.array(z.object({ model: z.string(), figures: z.array(RevealedFigure) })),
  /** What each item was called when it was judged, by tag; of the first response. */
  captions: z.record(z.string(), z.string()),
});
export type Revealed = z.infer<typeof Revealed>;

/** A human rating of a response, whoever gave it and however it came here. */
export const HumanRating = z.object({
  key: z.string(),
  model: z.string(),
  ...step,
  /** As written; imported files may rate what the app does not ask for. */
  metric: z.string(),
  rater: z.string(),
  value: z.number(),
  ratedAt: z.string(),
  /** Of the response that was rated. */
  responseHash: z.string().optional(),
  note: z.string().optional(),
  /** `corrected`: said behind the reveal. */
  phase: z.enum(['blind', 'corrected', 'imported']),
  /** Empty while it still stands on what was shown. */
  stale: z.array(StalePart),
});
export type HumanRating = z.infer<typeof HumanRating>;

/** One event, as it was said; nothing is ever taken out of this list. */
export const RatingEvent = z.object({
  id: z.int().min(1),
  sampleId: z.string(),
  key: z.string(),
  /** Of a pair both, in the rater's order. */
  models: z.array(z.string()),
  rater: z.string(),
  said: z.string(),
  at: z.string(),
  isUndo: z.boolean(),
});
export type RatingEvent = z.infer<typeof RatingEvent>;
