// Turns kept scores into the lines of the score table. Nothing is computed here: every figure is one
// that the engine kept, and a line without one says why.
import type { Response } from '../../../shared/model/response.ts';
import type { MetricDescriptor, Score } from '../../../shared/model/score.ts';
import { pairItems, pairLabel } from './anatomy/item-pairs.ts';

/** One line: a metric of the response, or items below it that belong together. */
export interface ScoreRow {
  readonly id: string;
  readonly metric: string;
  readonly level: 'metric' | 'item';
  readonly label: string;
  readonly title: string;
  /** One entry a model, in the order of the columns; undefined where nothing is kept. */
  readonly cells: readonly (Score | undefined)[];
  /** What all figures of the line have in common, to be shown once. */
  readonly origin: 'computed' | 'imported' | 'example' | 'human' | undefined;
}

/** Lines for every metric that has anything to say about these responses, items below theirs. */
export function scoreRows(
  metrics: readonly MetricDescriptor[],
  responses: readonly (Response | undefined)[],
): ScoreRow[] {
  return metrics.flatMap((metric) => {
    const own = responses.map((response) => findScore(response, metric.id, undefined));
    const pairs = pairItems(responses, metric.id);
    if (own.every((score) => score === undefined) && pairs.length === 0) return [];
    const head: ScoreRow = {
      id: metric.id,
      metric: metric.id,
      level: 'metric',
      label: metric.label,
      title: metric.note === undefined ? metric.title : `${metric.title}. ${metric.note}`,
      cells: own,
      origin: originOf([...own, ...itemScores(responses, metric.id)]),
    };
    const items = pairs.map((pair): ScoreRow => {
      const cells = responses.map((response, at) => {
        const tag = pair[at];
        return tag === undefined ? undefined : findScore(response, metric.id, tag);
      });
      const label = pairLabel(pair);
      const isSame = label === pair.find((tag) => tag !== undefined);
      return {
        id: `${metric.id}:${label}`,
        metric: metric.id,
        level: 'item',
        label,
        title: `${metric.title} of ${label}${isSame ? '' : ', paired by order'}`,
        cells,
        origin: originOf(cells),
      };
    });
    return [head, ...items];
  });
}

/**
 * The score of one metric for a response, or for one of its items. Where both a computed and an imported
 * one are kept it is the computed one, unless that has no figure: so composites take them, too.
 */
export function findScore(
  response: Response | undefined,
  metric: string,
  tag: string | undefined,
): Score | undefined {
  const own = response?.scores.filter((score) => score.metric === metric && score.tag === tag);
  return own?.find((score) => score.value !== undefined) ?? own?.[0];
}

function itemScores(responses: readonly (Response | undefined)[], metric: string): Score[] {
  return responses.flatMap(
    (response) =>
      response?.scores.filter((score) => score.metric === metric && score.tag !== undefined) ?? [],
  );
}

function originOf(scores: readonly (Score | undefined)[]): ScoreRow['origin'] {
  const origins = new Set(
    scores.flatMap((score) => {
      if (score === undefined) return [];
      if (score.source.isExample) return ['example' as const];
      return score.source.kind === 'published' ? [] : [score.source.kind];
    }),
  );
  const [only] = origins;
  return origins.size === 1 ? only : undefined;
}
