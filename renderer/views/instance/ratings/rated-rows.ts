// What people rated beside what the judge gave, a row a metric and item. Pure.
import { RATED_METRICS, type HumanRating } from '../../../../shared/model/rating.ts';
import type { Response } from '../../../../shared/model/response.ts';

/** One metric, or one item's quality, over the models shown. */
export interface RatedRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly (RatedCell | undefined)[];
}

/** What is known of one response. */
export interface RatedCell {
  /** In [0, 1]; absent where the judge gave none. */
  readonly judge?: number;
  /** Mean of what people rated, 1 to 5, corrected ones left out; absent where there are only these. */
  readonly people?: number;
  readonly ratings: readonly HumanRating[];
  readonly isStale: boolean;
}

/** @param responses  of the models shown, in their order; undefined where one has none */
export function ratedRows(
  ratings: readonly HumanRating[],
  responses: readonly (Response | undefined)[],
): RatedRow[] {
  const byRow = Map.groupBy(ratings, ({ metric, tag = '' }) => JSON.stringify([metric, tag]));
  const rows = Array.from(byRow, ([id, own]): RatedRow => {
    const [metric = '', tag = ''] = JSON.parse(id) as string[]; // as made above
    const cells = responses.map((response) => {
      if (response === undefined) return undefined;
      const said = own.filter(({ model }) => model === response.model);
      return said.length === 0 ? undefined : cellOf(said, judgeOf(response, metric, tag));
    });
    return { id, label: tag === '' ? metric : `${metric} ${tag}`, cells };
  });
  return rows
    .filter(({ cells }) => cells.some((cell) => cell !== undefined))
    .sort((a, b) => placeOf(a.label) - placeOf(b.label) || (a.label < b.label ? -1 : 1));
}

/** As they are asked; what only files rate comes last. */
function placeOf(label: string): number {
  const at = RATED_METRICS.findIndex((metric) => label.startsWith(metric));
  return at === -1 ? RATED_METRICS.length : at;
}

function cellOf(said: readonly HumanRating[], judge: number | undefined): RatedCell {
  const first = said.filter(({ phase }) => phase !== 'corrected');
  const sum = first.reduce((total, { value }) => total + value, 0);
  return {
    ...(judge === undefined ? {} : { judge }),
    ...(first.length === 0 ? {} : { people: sum / first.length }),
    ratings: said,
    isStale: said.some(({ stale }) => stale.length > 0),
  };
}

/** The computed figure before an imported one, as everywhere. */
function judgeOf({ scores }: Response, metric: string, tag: string): number | undefined {
  const own = scores.filter(
    (score) => score.metric === metric && (score.tag ?? '') === tag && score.value !== undefined,
  );
  return (own.find(({ source }) => source.kind !== 'imported') ?? own[0])?.value;
}
