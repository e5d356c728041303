// What people rated, item by item, beside what the judge gave.
import { RatedMetric, type HumanRating } from '../../../shared/model/rating.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import type { StratumPart } from '../../../shared/model/sample.ts';
import type { Score } from '../../../shared/model/score.ts';
import { listHoldingEvents } from '../db/rating-events.ts';
import { listScoresOf } from '../db/scores.ts';
import type { Columns } from '../query/columns.ts';
import { chooseScores } from '../query/composite-scores.ts';
import { readHumanRatings } from './human-ratings.ts';
import { toLevel } from './levels.ts';
import type { RatedItem } from './measure-agreement.ts';
import { filteredIndexes, stratumValues } from './population.ts';
import { stepName } from './progress.ts';
import type { RatingSource } from './seat.ts';
import type { FileHasher } from './shown.ts';

/** An item with its place. */
export interface PlacedItem extends RatedItem {
  readonly key: string;
  readonly model: string;
  readonly tag: string | undefined;
}

export interface ItemScope {
  readonly filter: InstanceFilter;
  readonly sampleId?: string | undefined;
}

/** Blind and imported ratings of the filtered instances, one entry an item; corrections are not in it. */
export async function readRatedItems(
  source: RatingSource,
  hashOf: FileHasher,
  { filter, sampleId }: ItemScope,
): Promise<PlacedItem[]> {
  const columns = source.query.columns();
  const isAll = Object.keys(filter).length === 0;
  const lists = { columns, list: source.query.list() };
  const wanted = isAll ? undefined : new Set(filteredIndexes(lists, filter, []));
  const ratings = (await readHumanRatings(source, hashOf, { sampleId })).filter((rating) => {
    const index = columns.indexByKey.get(rating.key);
    return rating.phase !== 'corrected' && (wanted?.has(index ?? -1) ?? true);
  });
  const scoresOf = prepareScores(source, columns);
  const byItem = Map.groupBy(ratings, ({ key, model, metric, tag = '' }) =>
    JSON.stringify([key, model, metric, tag]),
  );
  return [...byItem.values()].flatMap((own) => toItem(own, columns, scoresOf));
}

type ScoresOf = (key: string, model: string) => readonly Score[];

function prepareScores({ db }: RatingSource, columns: Columns): ScoresOf {
  const known = new Map<string, readonly Score[]>();
  return (key, model) => {
    const name = JSON.stringify([key, model]);
    const before = known.get(name);
    if (before !== undefined) return before;
    const instanceId = columns.ids[columns.indexByKey.get(key) ?? -1];
    const modelId = columns.models.find((one) => one.name === model)?.id;
    const isKnown = instanceId !== undefined && modelId !== undefined;
    const scores = isKnown ? chooseScores(listScoresOf(db, instanceId, modelId)) : [];
    known.set(name, scores);
    return scores;
  };
}

const BINS = 4;

function toItem(own: readonly HumanRating[], columns: Columns, scoresOf: ScoresOf): PlacedItem[] {
  const [first] = own;
  const metric = RatedMetric.safeParse(first?.metric);
  if (first === undefined || !metric.success) return [];
  const { key, model, tag } = first;
  const fresh = own.filter(({ stale }) => stale.length === 0);
  const counted = fresh.length > 0 ? fresh : own;
  const step = stepName({ metric: metric.data, tag });
  const score = scoresOf(key, model).find((one) => stepName(one) === step);
  return [
    {
      ...{ key, model, tag, metric: metric.data },
      ratings: counted.map(({ rater, value }) => ({ rater, value })),
      judge: score === undefined ? undefined : toLevel(score),
      isStale: fresh.length === 0,
      strata: strataOf(columns, key, model, metric.data),
    },
  ];
}

function strataOf(
  columns: Columns,
  key: string,
  name: string,
  scoreMetric: string,
): Partial<Record<StratumPart, string>> {
  const index = columns.indexByKey.get(key);
  const model = columns.models.find((one) => one.name === name);
  if (index === undefined || model === undefined) return {};
  return stratumValues(columns, index, [model], { scoreMetric, bins: BINS });
}

/** How many items somebody could not judge, by metric. */
export function countCannot({ db }: RatingSource, sampleId: string | undefined) {
  const counts = new Map<string, number>();
  for (const { kind, metric, sampleId: own } of listHoldingEvents(db)) {
    if (kind !== 'cannot' || (sampleId !== undefined && own !== sampleId)) continue;
    counts.set(metric, (counts.get(metric) ?? 0) + 1);
  }
  return counts;
}
