// Agreement of two sides over the items that both have, with bootstrap intervals. A figure that does not
// exist says why; nothing is ever NaN.
import type { AgreementFigures, Figure } from '../../../shared/model/agreement.ts';
import { bootstrap } from '../../../shared/stats/bootstrap.ts';
import { pearson, spearman } from '../../../shared/stats/correlation.ts';
import { cohenKappa } from '../../../shared/stats/kappa.ts';
import { krippendorffAlpha } from '../../../shared/stats/krippendorff.ts';
import { mean } from '../../../shared/stats/mean.ts';

/** Judge and people, or two people, on the scale of 1..5; as long as each other. */
export interface Sides {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

type Statistic = (first: number[], second: number[]) => number | undefined;

/** 0 is what an empty response is given. */
const CATEGORIES = [0, 1, 2, 3, 4, 5];

/** A mean of repeats or of raters as a level: halves go up. */
export const toCategory = (value: number) => Math.max(0, Math.min(5, Math.round(value)));

const STATISTICS = {
  pearson,
  spearman,
  kappaQuadratic: (first, second) => cohenKappa(first, second, CATEGORIES),
  alphaOrdinal: (first, second) => krippendorffAlpha([first, second], 'ordinal'),
  signedError: (first, second) => mean(first.map((value, at) => value - (second[at] ?? 0))),
} satisfies Record<string, Statistic>;

/**
 * @param resamples  of each interval
 * @returns signed error is the mean of first minus second
 */
export function agreementFigures(sides: Sides, resamples: number): AgreementFigures {
  // rounded once, not in every resample
  const levels = { first: sides.first.map(toCategory), second: sides.second.map(toCategory) };
  const figure = (statistic: Statistic, of: Sides, isOfMeans = false) =>
    figureOf(of, statistic, resamples, isOfMeans);
  return {
    n: sides.first.length,
    pearson: figure(STATISTICS.pearson, sides),
    spearman: figure(STATISTICS.spearman, sides),
    kappaQuadratic: figure(STATISTICS.kappaQuadratic, levels),
    alphaOrdinal: figure(STATISTICS.alphaOrdinal, levels),
    signedError: figure(STATISTICS.signedError, sides, true),
  };
}

function figureOf(
  { first, second }: Sides,
  statistic: Statistic,
  resamples: number,
  isOfMeans: boolean,
): Figure {
  const value = statistic([...first], [...second]);
  if (value === undefined) return { why: whyUndefined({ first, second }, isOfMeans) };
  const intervals = bootstrap(
    first.length,
    (drawn) => {
      const at = Array.from(drawn);
      return statistic(
        at.map((index) => first[index] ?? 0),
        at.map((index) => second[index] ?? 0),
      );
    },
    { resamples },
  );
  return { value, ...(intervals === undefined ? {} : { ci95: [...intervals.percentile] }) };
}

function whyUndefined({ first, second }: Sides, isOfMeans: boolean): string {
  if (first.length === 0) return 'Nothing has been rated on both sides yet.';
  if (first.length === 1 && !isOfMeans) return 'There is one item on both sides; it takes two.';
  const [isFirstFlat, isSecondFlat] = [isFlat(first), isFlat(second)];
  if (isFirstFlat && isSecondFlat) {
    return 'All values are equal on both sides: there is nothing to agree about beyond chance.';
  }
  return isFirstFlat
    ? `All values of the first side are equal (${first[0]}): it is undefined.`
    : `All values of the second side are equal (${second[0]}): it is undefined.`;
}

const isFlat = (values: readonly number[]) => values.every((value) => value === values[0]);

/** α over any number of raters, each with one entry an item. */
export function alphaOfMany(
  ratings: readonly (readonly (number | undefined)[])[],
  resamples: number,
): Figure {
  const of = (drawn: readonly number[]) =>
    krippendorffAlpha(
      ratings.map((own) => drawn.map((item) => own[item])),
      'ordinal',
    );
  const items = ratings[0]?.length ?? 0;
  const value = of(Array.from({ length: items }, (_, item) => item));
  if (value === undefined) {
    const why =
      items === 0
        ? 'No item has been rated by two people yet.'
        : 'All ratings are equal: there is nothing to agree about beyond chance.';
    return { why };
  }
  const intervals = bootstrap(items, (drawn) => of(Array.from(drawn)), { resamples });
  return { value, ...(intervals === undefined ? {} : { ci95: [...intervals.percentile] }) };
}
