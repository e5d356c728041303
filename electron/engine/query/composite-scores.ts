import type { CompositeEvidence, CompositePart } from '../../../shared/model/composite.ts';
import type { Segment } from '../../../shared/model/content.ts';
import type { Score, UnscoredCode } from '../../../shared/model/score.ts';
import type { ScoringSettings } from '../../../shared/model/settings.ts';
import { mean } from '../../../shared/stats/mean.ts';
import { compositeMetrics, type CompositeMetric } from '../metrics/composites.ts';
import { listMetrics } from '../metrics/index.ts';

const itemMetrics: ReadonlySet<string> = new Set(
  listMetrics().flatMap(({ id, scope }) => (scope === 'item' ? [id] : [])),
);

/** The text of a response is one item of its quality; official result files call it so, too. */
export const TEXT_ITEM = 'text';

/** Tags of what a response generates, each once, in reading order; its text first, where it has any. */
export function generatedItems(segments: readonly Segment[], strip: string): string[] {
  const tags = new Set(strip.split(' ').includes('T') ? [TEXT_ITEM] : []);
  for (const segment of segments) {
    if (segment.kind === 'tag' && segment.role !== 'inputReference') tags.add(segment.tag);
  }
  return [...tags];
}

/**
 * The composites of one response, with all that they are made of; one of whose parts nothing at all is
 * kept is left out. Parts that were computed go before imported ones.
 *
 * @param scores  what is kept of the response; of the same metric and tag the computed one first
 * @param items  as {@link generatedItems} gives them
 */
export function compositeScores(
  scores: readonly Score[],
  items: readonly string[],
  settings: ScoringSettings,
): Score[] {
  return compositeMetrics.flatMap((metric): Score[] => {
    const own = scores.filter((score) => metric.parts.includes(score.metric));
    return own.length === 0 ? [] : [composite(metric, own, items, metric.eta(settings))];
  });
}

function composite(
  metric: CompositeMetric,
  scores: readonly Score[],
  items: readonly string[],
  eta: number,
): Score {
  const used = chooseScores(scores);
  const [first, second] = metric.parts.map((id) => partOf(id, used, items)) as [
    CompositePart,
    CompositePart,
  ]; // as many as there are parts
  const value = metric.compose(first.value ?? Number.NaN, second.value ?? Number.NaN, eta);
  const evidence: CompositeEvidence = { formula: metric.formula, eta, parts: [first, second] };
  const isExample = used.some((score) => score.value !== undefined && score.source.isExample);
  return {
    metric: metric.id,
    metricVersion: metric.version,
    ...(Number.isNaN(value) ? { unscored: whyNot([first, second]) } : { value }),
    evidence,
    source: { kind: 'computed', isExample },
  };
}

/** Of the figures of one metric and tag the first that has a value, else the first. */
export function chooseScores(scores: readonly Score[]): Score[] {
  const chosen = new Map<string, Score>();
  for (const score of scores) {
    const name = `${score.metric} ${score.tag ?? ''}`;
    const known = chosen.get(name);
    if (known === undefined || (known.value === undefined && score.value !== undefined)) {
      chosen.set(name, score);
    }
  }
  return [...chosen.values()];
}

function partOf(metric: string, used: readonly Score[], items: readonly string[]): CompositePart {
  const own = used.filter((score) => score.metric === metric);
  if (itemMetrics.has(metric)) return partOfItems(metric, own, items);
  const [score] = own;
  const isScored = score?.value !== undefined;
  return {
    metric,
    ...(isScored ? { value: score.value } : { unscored: score?.unscored ?? notRun(metric) }),
    ...(score === undefined ? {} : { source: score.source }),
    n: isScored ? 1 : 0,
    nUnscored: isScored ? 0 : 1,
    items: [],
  };
}

function partOfItems(
  metric: string,
  scores: readonly Score[],
  items: readonly string[],
): CompositePart {
  const byTag = new Map(scores.map((score) => [score.tag ?? '', score]));
  const tags = [...new Set([...items, ...byTag.keys()])];
  const figures = tags.map((tag): CompositePart['items'][number] => {
    const score = byTag.get(tag);
    if (score === undefined) return { tag, unscored: notRun(metric) };
    const { value, unscored, source } = score;
    return { tag, source, ...(value === undefined ? { unscored } : { value }) };
  });
  const values = figures.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const average = mean(values);
  return {
    metric,
    ...(average === undefined ? { unscored: whyNoItem(metric, figures) } : { value: average }),
    n: values.length,
    nUnscored: figures.length - values.length,
    items: figures,
  };
}

type Unscored = { code: UnscoredCode; reason: string };

const notRun = (metric: string): Unscored => ({
  code: 'not-run',
  reason: `${metric} was neither computed nor imported.`,
});

function whyNoItem(metric: string, items: CompositePart['items']): Unscored {
  if (items.length === 0) {
    return { code: 'not-run', reason: `The response has no item that could have a ${metric}.` };
  }
  const known = items.flatMap(({ unscored }) => unscored ?? []);
  return known.find(({ code }) => code !== 'not-run') ?? notRun(metric);
}

/** The reason of the first part without a figure. */
function whyNot(parts: readonly CompositePart[]): Unscored {
  const missing = parts.find((part) => part.value === undefined);
  const { code, reason } = missing?.unscored ?? notRun(missing?.metric ?? '');
  return { code, reason: `No ${missing?.metric ?? 'part'}: ${reason}` };
}
