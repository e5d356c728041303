// What people rate, and how far they and judges agree.
import { z } from 'zod';
import {
  AgreementRequest,
  Figure,
  JudgeConsistency,
  MetricAgreement,
  Perturbation,
  PreferenceReport,
  RationalityCorrelation,
} from '../../model/agreement.ts';
import {
  BlindUnit,
  HumanRating,
  RaterName,
  RatingEvent,
  RatingSession,
  Revealed,
  Rubric,
  Saying,
  UnitProgress,
} from '../../model/rating.ts';
import { Sample, SampleDraft, SamplePlan } from '../../model/sample.ts';
import { Done, None, command, query } from './define.ts';

/** Who sits at which sample. */
const seat = { sampleId: z.string().max(60), rater: RaterName };
/** One of a rater's units, from 0, in the rater's order. */
const unit = { ...seat, position: z.int().min(0) };

export const ratingMethods = {
  /** What would be drawn; nothing is written. */
  'samples.plan': query(SampleDraft, z.object({ plan: SamplePlan })),
  'samples.draw': command(SampleDraft, z.object({ sample: Sample })),

  /** Newest first. */
  'samples.list': query(None, z.object({ samples: z.array(Sample) })),

  /** The instances that a sample draws from its data, each once, by key. */
  'samples.keys': query(
    z.object({ sampleId: z.string().max(60) }),
    z.object({ keys: z.array(z.string()) }),
  ),

  /** Takes it off the list; what was rated stays. */
  'samples.remove': command(z.object({ sampleId: z.string().max(60) }), Done),

  /**
   * Sits down at a sample. A name that is there already is refused, unless it is the same person who
   * goes on (`isReturning`).
   */
  'ratings.join': command(
    z.object({ ...seat, isReturning: z.boolean().default(false) }),
    z.object({ session: RatingSession }),
  ),
  'ratings.session': query(z.object(seat), z.object({ session: RatingSession })),

  /** What is to be rated, with nothing that tells whose it is or what the judge found. */
  'ratings.unit': query(z.object(unit), z.object({ unit: BlindUnit })),

  /** How to rate: the rubrics that the project's judge is given. */
  'ratings.rubrics': query(None, z.object({ rubrics: z.array(Rubric) })),

  /** Kept on disk before the answer. */
  'ratings.say': command(
    z.object({ ...unit, saying: Saying }),
    z.object({ progress: UnitProgress, session: RatingSession }),
  ),

  /** Takes back what the rater said last, up to the last reveal; without a position there was nothing. */
  'ratings.undo': command(z.object(seat), z.object({ position: z.int().min(0).optional() })),

  /** Shows names and figures; what was rated blind then stays as it is. */
  'ratings.reveal': command(z.object(unit), z.object({ revealed: Revealed })),

  /** Every human rating of an instance's responses that holds. */
  'ratings.of': query(z.object({ key: z.string() }), z.object({ ratings: z.array(HumanRating) })),

  /** Everything that was ever said of them, newest first. */
  'ratings.history': query(
    z.object({ key: z.string(), limit: z.int().min(1).max(1000).default(200) }),
    z.object({ events: z.array(RatingEvent) }),
  ),

  /** Judge against people: of each metric that was rated, and of the judge's scales together. */
  'agreement.get': query(
    AgreementRequest,
    z.object({ overall: MetricAgreement, metrics: z.array(MetricAgreement) }),
  ),

  /** What people preferred, side by side. */
  'agreement.preferences': query(
    z.object({ sampleId: z.string().max(60).optional() }),
    z.object({ report: PreferenceReport }),
  ),

  /** How the judge agrees with itself, where it was asked more than once. */
  'agreement.consistency': query(
    None,
    z.object({
      consistency: z.array(JudgeConsistency),
      /** How often the judge says the same when two responses change places, or why that is not known. */
      orderSwap: Figure,
    }),
  ),

  /** The paper's checks on this project: composites against people, structure against changes made. */
  'agreement.rationality': query(
    None,
    z.object({
      correlations: z.array(RationalityCorrelation),
      perturbations: z.array(Perturbation),
    }),
  ),
} as const;
