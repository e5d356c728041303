// Judge against people, as far as values go: pure, and run in a thread of its own.
import type {
  AgreementFigures,
  AgreementStratum,
  CalibrationPoint,
  MetricAgreement,
  RatingsNeeded,
} from '../../../shared/model/agreement.ts';
import { AGREEMENT_FIGURES } from '../../../shared/model/agreement.ts';
import type { RatedMetric } from '../../../shared/model/rating.ts';
import { STRATUM_PARTS, type StratumPart } from '../../../shared/model/sample.ts';
import { meanInterval } from '../../../shared/stats/interval.ts';
import { mean } from '../../../shared/stats/mean.ts';
import { unitsForWidth } from '../../../shared/stats/sample-size.ts';
import { agreementFigures, alphaOfMany, toCategory, type Sides } from './agreement-figures.ts';

/** A response, or an item of one, that people rated. */
export interface RatedItem {
  readonly metric: RatedMetric;
  readonly ratings: readonly { readonly rater: string; readonly value: number }[];
  /** On the scale of 1..5; undefined where the judge gave none. */
  readonly judge: number | undefined;
  readonly isStale: boolean;
  readonly strata: Partial<Record<StratumPart, string>>;
}

export interface AgreementQuestion {
  readonly items: readonly RatedItem[];
  /** Undefined: all of them together. */
  readonly metric: RatedMetric | undefined;
  readonly nCannot: number;
  readonly strata: readonly StratumPart[];
  readonly hasStale: boolean;
  readonly halfWidth: number;
}

const RESAMPLES = 1_000;
const RESAMPLES_OF_PART = 300;

/** What the judge gave and what people gave, items of several raters by their mean. */
export function measureAgreement(question: AgreementQuestion): MetricAgreement {
  const { metric, halfWidth } = question;
  const fresh = question.items.filter(({ isStale }) => question.hasStale || !isStale);
  const judged = fresh.filter(({ judge }) => judge !== undefined);
  const figures = agreementFigures(sidesOf(judged), RESAMPLES);
  return {
    ...(metric === undefined ? {} : { metric }),
    figures,
    nUnjudged: fresh.length - judged.length,
    nStale: question.items.length - fresh.length,
    nCannot: question.nCannot,
    raters: ratersOf(fresh),
    confusion: confusionOf(judged),
    calibration: calibrationOf(judged),
    needed: neededOf(figures, halfWidth),
    strata: strataOf(judged, question.strata),
    ceiling: ceilingOf(fresh),
  };
}

const humanOf = ({ ratings }: RatedItem) => mean(ratings.map(({ value }) => value)) ?? 0;

function sidesOf(items: readonly RatedItem[]): Sides {
  return { first: items.map(({ judge }) => judge ?? 0), second: items.map(humanOf) };
}

const ratersOf = (items: readonly RatedItem[]) =>
  [...new Set(items.flatMap(({ ratings }) => ratings.map(({ rater }) => rater)))].sort();

function confusionOf(items: readonly RatedItem[]): MetricAgreement['confusion'] {
  const sides = sidesOf(items);
  const [rows, columns] = [sides.first.map(toCategory), sides.second.map(toCategory)];
  const levels = [...rows, ...columns].includes(0) ? [0, 1, 2, 3, 4, 5] : [1, 2, 3, 4, 5];
  const counts = levels.map(() => levels.map(() => 0));
  rows.forEach((row, at) => {
    const line = counts[levels.indexOf(row)];
    const column = levels.indexOf(columns[at] ?? 0);
    if (line !== undefined) line[column] = (line[column] ?? 0) + 1;
  });
  return { levels, counts };
}

function calibrationOf(items: readonly RatedItem[]): CalibrationPoint[] {
  const byLevel = Map.groupBy(items, ({ judge }) => toCategory(judge ?? 0));
  return [...byLevel]
    .sort(([a], [b]) => a - b)
    .map(([judge, own]) => {
      const values = Float64Array.from(own, humanOf);
      const ends = meanInterval(values)?.ci95;
      return {
        judge,
        n: own.length,
        human: mean(values) ?? 0,
        ...(ends === undefined ? {} : { ci95: [...ends] as [number, number] }), // two ends
      };
    });
}

function neededOf(figures: AgreementFigures, halfWidth: number): RatingsNeeded {
  return {
    halfWidth,
    figures: AGREEMENT_FIGURES.map((figure) => {
      const ends = figures[figure].ci95;
      if (ends === undefined) return { figure };
      const now = (ends[1] - ends[0]) / 2;
      const units = unitsForWidth(figures.n, now, halfWidth);
      return {
        figure,
        halfWidth: now,
        ...(units === undefined ? {} : { more: units - figures.n }),
      };
    }),
  };
}

function strataOf(items: readonly RatedItem[], parts: readonly StratumPart[]): AgreementStratum[] {
  return STRATUM_PARTS.filter((part) => parts.includes(part)).flatMap((part) => {
    const byValue = Map.groupBy(items, ({ strata }) => strata[part] ?? '');
    return [...byValue]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, own]) => ({
        part,
        value,
        figures: agreementFigures(sidesOf(own), RESAMPLES_OF_PART),
      }));
  });
}

/** People among each other. */
function ceilingOf(items: readonly RatedItem[]): MetricAgreement['ceiling'] {
  const common = items.filter(({ ratings }) => ratings.length > 1);
  const raters = ratersOf(common);
  const valueOf = (item: RatedItem, rater: string) =>
    item.ratings.find((one) => one.rater === rater)?.value;
  const sidesOfPair = (a: string, b: string): Sides => {
    const both = common.flatMap((item) => {
      const [first, second] = [valueOf(item, a), valueOf(item, b)];
      return first === undefined || second === undefined ? [] : [[first, second] as const];
    });
    return { first: both.map(([first]) => first), second: both.map(([, second]) => second) };
  };
  const pairs = raters.flatMap((a, at) =>
    raters.slice(at + 1).map((b) => ({ a, b, sides: sidesOfPair(a, b) })),
  );
  const together: Sides = {
    first: pairs.flatMap(({ sides }) => sides.first),
    second: pairs.flatMap(({ sides }) => sides.second),
  };
  const alpha = alphaOfMany(
    raters.map((rater) => common.map((item) => valueOf(item, rater))),
    RESAMPLES,
  );
  return {
    figures: { ...agreementFigures(together, RESAMPLES), alphaOrdinal: alpha },
    items: common.length,
    pairs: pairs
      .filter(({ sides }) => sides.first.length > 0)
      .map(({ a, b, sides }) => ({ a, b, figures: agreementFigures(sides, RESAMPLES_OF_PART) })),
  };
}
