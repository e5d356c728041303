import type { OfficialKind } from '../../../../shared/model/export.ts';
import type { HumanRating } from '../../../../shared/model/rating.ts';
import { METRICS_OF_KIND, type ExportedFigure } from './official-record.ts';

/** Of 100, as the official quality files have it: 1 to 5 stand for 0, 25 … 100. */
const qualityOf = (level: number) => (level - 1) * 25;

/**
 * What people said of a model's responses, as figures of an official file: the mean over raters on the
 * file's own scale, marked as theirs. Corrected scores are left out, as in agreement.
 *
 * @returns by key of the instance
 */
export function figuresOfPeople(
  ratings: readonly HumanRating[],
  model: string,
  kind: OfficialKind,
): ReadonlyMap<string, readonly ExportedFigure[]> {
  const meant = ratings.filter(
    (rating) =>
      rating.model === model &&
      rating.phase !== 'corrected' &&
      METRICS_OF_KIND[kind].includes(rating.metric),
  );
  const byKey = Map.groupBy(meant, ({ key }) => key);
  return new Map(Array.from(byKey, ([key, own]) => [key, figuresOf(own, kind)]));
}

function figuresOf(ratings: readonly HumanRating[], kind: OfficialKind): ExportedFigure[] {
  const byFigure = Map.groupBy(ratings, ({ metric, tag = '' }) => `${metric} ${tag}`);
  return Array.from(byFigure.values(), (own) => {
    const mean = own.reduce((sum, { value }) => sum + value, 0) / own.length;
    const stale = own.filter((rating) => rating.stale.length > 0).length;
    const raters = own.map(({ rater }) => rater).toSorted();
    return {
      metric: own[0]?.metric ?? '',
      tag: own[0]?.tag ?? '',
      raw: kind === 'gq' ? qualityOf(mean) : mean,
      ratedBy: { source: 'human', raters, ...(stale > 0 ? { stale } : {}) },
    };
  });
}
