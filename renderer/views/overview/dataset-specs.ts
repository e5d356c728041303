// The charts of what a set of instances consists of.
import type { DatasetStatistics, HeatBy, SizeHistogram } from '../../../shared/model/analysis.ts';
import {
  binLabels,
  type BarSpec,
  type ChartPoint,
  type HistogramSpec,
} from '../../components/chart/chart-spec.ts';
import { formatCount } from '../../components/score/format-score.ts';
import type { Words } from './chart-specs.ts';
import { HEAT_LABELS, inOrder } from './chart-specs.ts';

/** More combinations than these are rare ones: they are summed up in the note. */
export const MOST_COMBINATIONS = 20;

interface Count {
  readonly value: string;
  readonly count: number;
  readonly field?: string;
}

function countBars(
  by: HeatBy,
  counts: readonly Count[],
  words: Words,
  orientation: BarSpec['orientation'],
): BarSpec {
  const label = HEAT_LABELS[by];
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    kind: 'bar',
    orientation: orientation ?? 'columns',
    title: `Instances by ${label.toLowerCase()}`,
    categoryLabel: label,
    categories: counts.map(({ value }) => words.group(by, value)),
    valueLabel: 'Instances',
    format: formatCount,
    series: [
      {
        name: 'Instances',
        tone: 'neutral',
        points: counts.map(({ value, count, field }) => ({
          value: count,
          facts: all === 0 ? [] : [`${((count / all) * 100).toFixed(1)} %`],
          ...(count === 0 ? {} : { href: words.href({ by, group: value, field }) }),
        })),
      },
    ],
  };
}

export function fieldSpec({ fields }: DatasetStatistics, words: Words): BarSpec {
  const counts = fields.map(({ field, count }) => ({ value: field, count }));
  return countBars('field', counts, words, 'rows');
}

export function subdomainSpec({ subdomains }: DatasetStatistics, words: Words): BarSpec {
  const counts = subdomains.map(({ field, subdomain, count }) => ({
    value: subdomain,
    count,
    field,
  }));
  return countBars('subdomain', counts, words, 'rows');
}

/** Easy, medium, hard, and what the records do not say. */
export function difficultySpec({ difficulties }: DatasetStatistics, words: Words): BarSpec {
  const names = ['1', '2', '3', 'unknown'];
  const counts = names.map((value, index) => ({ value, count: difficulties[index] ?? 0 }));
  return countBars('difficulty', counts, words, 'rows');
}

export function combinationSpec({ combinations }: DatasetStatistics, words: Words): BarSpec {
  return countBars('combination', combinations.slice(0, MOST_COMBINATIONS), words, 'rows');
}

export function capabilitySpec({ capabilities }: DatasetStatistics, words: Words): BarSpec {
  const counts = inOrder('capability', capabilities, ({ value }) => value);
  return countBars('capability', counts, words, 'rows');
}

/** Of each modality, how many instances have it in the input and in the output. */
export function modalitySpec({ modalities }: DatasetStatistics, words: Words): BarSpec {
  const shown = modalities.filter(({ either }) => either > 0);
  const side = (by: 'inputModality' | 'outputModality', pick: 'input' | 'output') =>
    shown.map((each): ChartPoint => {
      const href = words.href({ by, group: each.modality });
      return { value: each[pick], ...(each[pick] === 0 ? {} : { href }) };
    });
  return {
    kind: 'bar',
    orientation: 'rows',
    title: 'Instances by modality',
    categoryLabel: 'Modality',
    categories: shown.map(({ modality }) => words.group('inputModality', modality)),
    valueLabel: 'Instances',
    format: formatCount,
    series: [
      { name: 'in the input', tone: 'neutral', points: side('inputModality', 'input') },
      { name: 'in the output', tone: 'shaded', points: side('outputModality', 'output') },
    ],
  };
}

const SIZE_LABELS = { characters: 'Characters', items: 'Items' } as const;

/** How long tasks and references are, and how many items they bring. */
export function sizeSpec(sizes: SizeHistogram, words: Words): HistogramSpec | BarSpec {
  const { side, of, edges, counts } = sizes;
  const base = {
    title: `${SIZE_LABELS[of]} of the ${side}`,
    categoryLabel: SIZE_LABELS[of],
    valueLabel: 'Instances',
    format: formatCount,
    series: [
      {
        name: 'Instances',
        tone: 'neutral' as const,
        points: counts.map((count, bin) => {
          const behind = { side, of, from: edges[bin] ?? 0, to: edges[bin + 1] ?? 0 };
          return { value: count, ...(count === 0 ? {} : { href: words.hrefSize(behind) }) };
        }),
      },
    ],
  };
  // a part that holds one whole number is called by it
  if (edges[1] === 1) {
    return { ...base, kind: 'bar', categories: edges.slice(0, -1).map(formatCount) };
  }
  return {
    ...base,
    kind: 'histogram',
    categories: binLabels(edges, formatCount),
    edges,
    formatEdge: formatCount,
  };
}
