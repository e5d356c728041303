export type AlphaLevel = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's α of any number of raters, of whom any may leave out any unit.
 *
 * @param ratings  one list a rater, one entry a unit; undefined where the rater said nothing
 * @returns 1 for full agreement, 0 for chance; undefined when no unit has two ratings, or when nobody
 *   ever says anything else
 * @source Krippendorff 2011, "Computing Krippendorff's alpha-reliability"
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | undefined)[])[],
  level: AlphaLevel,
): number | undefined {
  const units = unitsOf(ratings);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, at) => [value, at]));
  const size = values.length;
  const coincidences = new Float64Array(size * size);
  for (const unit of units) {
    unit.forEach((one, at) => {
      unit.forEach((other, otherAt) => {
        if (at === otherAt) return;
        const cell = (place.get(one) ?? 0) * size + (place.get(other) ?? 0);
        coincidences[cell] = (coincidences[cell] ?? 0) + 1 / (unit.length - 1);
      });
    });
  }
  const totals = Array.from(values, (_, one) =>
    coincidences.subarray(one * size, (one + 1) * size).reduce((sum, count) => sum + count, 0),
  );
  const n = totals.reduce((sum, total) => sum + total, 0);
  const distance = distances(values, totals, level);
  let [observed, expected] = [0, 0];
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < size; other++) {
      observed += (coincidences[one * size + other] ?? 0) * distance(one, other);
      expected += (totals[one] ?? 0) * (totals[other] ?? 0) * distance(one, other);
    }
  }
  return expected === 0 ? undefined : 1 - ((n - 1) * observed) / expected;
}

/** What was said of each unit, without those of which only one rater said something. */
function unitsOf(ratings: readonly (readonly (number | undefined)[])[]): number[][] {
  const count = Math.max(0, ...ratings.map((own) => own.length));
  return Array.from({ length: count }, (_, unit) =>
    ratings.flatMap((own) => own[unit] ?? []),
  ).filter((unit) => unit.length > 1);
}

/** Squared distance between the nth and the mth value. */
function distances(
  values: readonly number[],
  totals: readonly number[],
  level: AlphaLevel,
): (one: number, other: number) => number {
  if (level === 'nominal') return (one, other) => Number(one !== other);
  if (level === 'interval') return (one, other) => ((values[one] ?? 0) - (values[other] ?? 0)) ** 2;
  const upTo = totals.map((_, at) => totals.slice(0, at + 1).reduce((sum, own) => sum + own, 0));
  // between two values stand all ratings from the middle of the one to the middle of the other
  const middle = (at: number) => (upTo[at] ?? 0) - (totals[at] ?? 0) / 2;
  return (one, other) => (middle(one) - middle(other)) ** 2;
}
