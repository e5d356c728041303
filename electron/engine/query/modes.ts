// The one-click sets: what each asks for, and why it may not be told.
import { AppError } from '../../../shared/api/errors.ts';
import {
  INSTANCE_MODES,
  type InstanceFilter,
  type InstanceMode,
} from '../../../shared/model/filter.ts';
import type { ModeCounts } from '../../../shared/model/mode-counts.ts';
import type { ModelColumns } from './columns.ts';
import type { FilterSources } from './filter-sources.ts';
import { subtract } from './figures.ts';
import { MODE_BIT, type Matches } from './matches.ts';
import { anyOf, CONTRADICTION, failureBits, ODDITIES, stateBits } from './score-columns.ts';

/** A mode as it can be told of the models chosen. */
export type ModeSet =
  | {
      readonly means: string;
      /** 1 where an instance belongs to it. */
      readonly has: Uint8Array;
    }
  | { readonly means: string; readonly unavailable: string };

/** The same before it is worked out. */
type ModeTest =
  | { readonly means: string; readonly has: (index: number) => boolean }
  | { readonly means: string; readonly unavailable: string };

/** What models are compared by, the telling first. */
const LEADING = ['SQCS', 'SC', 'ICS', 'GQ', 'HC', 'SH', 'StS', 'LeS'];

/** The metric that A and B are compared by: the one named, else the first that both have. */
export function leadMetric(
  models: readonly ModelColumns[],
  named: string | undefined,
): string | undefined {
  const [a, b] = models;
  if (named !== undefined || a === undefined || b === undefined) return named;
  const common = [...a.scores.keys()].filter((metric) => b.scores.has(metric));
  return LEADING.find((metric) => common.includes(metric)) ?? common[0];
}

/** Which instances a mode is about, or why that cannot be told. */
export function readMode(
  sources: FilterSources,
  models: readonly ModelColumns[],
  mode: InstanceMode,
  modeMetric: string | undefined,
): ModeSet {
  const test = modeTest(sources, models, mode, modeMetric);
  if ('unavailable' in test) return test;
  const has = new Uint8Array(sources.columns.count);
  for (let index = 0; index < has.length; index++) if (test.has(index)) has[index] = 1;
  return { means: test.means, has };
}

/**
 * Which instances belong to a mode that is asked for.
 *
 * @throws AppError 'bad-query' with the reason when that cannot be told
 */
export function requireMode(mode: InstanceMode, set: ModeSet): Uint8Array {
  if ('has' in set) return set.has;
  throw new AppError('bad-query', `Cannot show the set "${mode}": ${set.unavailable}`);
}

/** Counts every mode under all filters but the mode. @param setOf  as {@link readMode} gives it */
export function countModes(
  models: readonly ModelColumns[],
  { modeMetric }: InstanceFilter,
  { failing }: Matches,
  setOf: (mode: InstanceMode) => ModeSet,
): ModeCounts {
  const metric = leadMetric(models, modeMetric);
  const [a, b] = models;
  return {
    modes: INSTANCE_MODES.map((mode) => {
      const set = setOf(mode);
      const { means } = set;
      if ('unavailable' in set) return { mode, means, count: 0, unavailable: set.unavailable };
      const { has } = set;
      let count = 0;
      for (let index = 0; index < failing.length; index++) {
        if ((failing[index]! & ~MODE_BIT) === 0) count += has[index]!;
      }
      return { mode, means, count };
    }),
    ...(metric === undefined ? {} : { metric }),
    ...(a === undefined ? {} : { a: a.name }),
    ...(b === undefined ? {} : { b: b.name }),
  };
}

function modeTest(
  sources: FilterSources,
  models: readonly ModelColumns[],
  mode: InstanceMode,
  modeMetric: string | undefined,
): ModeTest {
  switch (mode) {
    case 'aWorse':
    case 'bWorse':
    case 'different':
      return comparedSet(models, mode, leadMetric(models, modeMetric));
    case 'judgeQualityFlip':
      return flipSet(models);
    case 'judgeHighQualityLow':
      return judgeHighSet(sources, models);
    case 'flagged': {
      const { flags } = sources.annotations();
      return { means: 'Somebody flagged it.', has: (index) => flags[index] === 1 };
    }
    default:
      return stateSet(sources, models, mode);
  }
}

/** Two models are needed; the sentence says what is there. */
function whyNotTwo(models: readonly ModelColumns[]): string {
  const there =
    models.length === 0 ? 'none is chosen' : `only "${models[0]?.name ?? ''}" is chosen`;
  return `it compares two models, and ${there}. Choose a second one.`;
}

function comparedSet(
  models: readonly ModelColumns[],
  mode: 'aWorse' | 'bWorse' | 'different',
  metric: string | undefined,
): ModeTest {
  const what = metric ?? 'figure';
  const means = {
    aWorse: `A’s ${what} is lower than B’s.`,
    bWorse: `B’s ${what} is lower than A’s.`,
    different: `A’s and B’s ${what} differ, or only one of them has one.`,
  }[mode];
  const [a, b] = models;
  if (a === undefined || b === undefined) return { means, unavailable: whyNotTwo(models) };
  if (metric === undefined) {
    const why = `"${a.name}" and "${b.name}" have no metric in common. Score both, or import results.`;
    return { means, unavailable: why };
  }
  const lacking = [a, b].find(({ scores }) => !scores.has(metric));
  const first = a.scores.get(metric);
  const second = b.scores.get(metric);
  if (first === undefined || second === undefined) {
    return { means, unavailable: `"${lacking?.name ?? ''}" has no figure of ${metric}.` };
  }
  const deltas = subtract(first, second);
  if (mode === 'aWorse') return { means, has: (index) => deltas[index]! < 0 };
  if (mode === 'bWorse') return { means, has: (index) => deltas[index]! > 0 };
  const isOne = (index: number) => Number.isNaN(first[index]) !== Number.isNaN(second[index]);
  const differs = (index: number) => deltas[index]! < 0 || deltas[index]! > 0;
  return { means, has: (index) => differs(index) || isOne(index) };
}

function flipSet(models: readonly ModelColumns[]): ModeTest {
  const means = 'By SC one of A and B is better, by GQ the other.';
  const [a, b] = models;
  if (a === undefined || b === undefined) return { means, unavailable: whyNotTwo(models) };
  const columns = [a, b].map(({ scores }) => [scores.get('SC'), scores.get('GQ')] as const);
  const [[scA, gqA] = [], [scB, gqB] = []] = columns;
  if (scA === undefined || gqA === undefined || scB === undefined || gqB === undefined) {
    return { means, unavailable: 'both models need figures of SC and of GQ. Score them first.' };
  }
  const judge = subtract(scA, scB);
  const quality = subtract(gqA, gqB);
  return { means, has: (index) => judge[index]! * quality[index]! < 0 };
}

function judgeHighSet({ goodSc }: FilterSources, models: readonly ModelColumns[]): ModeTest {
  const both = models.flatMap(({ scores }) => {
    const sc = scores.get('SC');
    const gq = scores.get('GQ');
    return sc === undefined || gq === undefined ? [] : [{ sc, gq }];
  });
  if (both.length === 0) {
    const means = 'SC is high and GQ in the lowest quarter.';
    return {
      means,
      unavailable: 'no model chosen has figures of both SC and GQ. Score them first.',
    };
  }
  const low = lowestQuarter(both.map(({ gq }) => gq));
  const limit = low.toFixed(3).replace(/0+$/, '').replace(/\.$/, '');
  const means =
    `SC is at least ${goodSc} (4 of 5), and GQ is in the lowest quarter of the models chosen ` +
    `(${limit} or less).`;
  return {
    means,
    has: (index) => both.some(({ sc, gq }) => sc[index]! >= goodSc && gq[index]! <= low),
  };
}

/** The greatest figure of the lowest quarter of all; NaN, which nothing is below, without any. */
function lowestQuarter(columns: readonly Float64Array[]): number {
  const values = columns.flatMap((column) => [...column].filter((value) => !Number.isNaN(value)));
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.ceil(sorted.length / 4) - 1] ?? Number.NaN;
}

type StateMode = Exclude<
  InstanceMode,
  'aWorse' | 'bWorse' | 'different' | 'judgeQualityFlip' | 'judgeHighQualityLow' | 'flagged'
>;

const STATE_MEANS: Readonly<Record<StateMode, string>> = {
  failed: 'A model chosen gave no response, or a scoring of it failed.',
  unscored: 'A response has no figure of a metric of which its model has some.',
  repeatsDisagree:
    'Repeats of one judgement lie a level of five or more apart (a quarter of the scale).',
  importedAgainstOwn: `An imported figure and one of our own differ by more than ${CONTRADICTION}.`,
  missingMediaJudged: 'A response was judged although media that it names are missing.',
};

function stateSet(
  sources: FilterSources,
  models: readonly ModelColumns[],
  mode: StateMode,
): ModeTest {
  const means = STATE_MEANS[mode];
  if (models.length === 0) return { means, unavailable: 'the project has no model yet.' };
  const all = sources.states();
  const { count } = sources.columns;
  if (mode === 'missingMediaJudged') {
    const judged = models.map((model) => judgedDespite(model, sources));
    return { means, has: (index) => judged.some((isJudged) => isJudged(index)) };
  }
  const isState = mode === 'failed' || mode === 'unscored';
  const bits = anyOf(models, count, ({ id }) => {
    const own = all.get(id);
    return isState ? own?.states : own?.odd;
  });
  const wanted = {
    failed: stateBits(['failed', 'noResponse']),
    unscored: stateBits(['partial', 'none']),
    repeatsDisagree: ODDITIES.repeats,
    importedAgainstOwn: ODDITIES.imported,
  }[mode];
  return { means, has: (index) => (bits[index]! & wanted) !== 0 };
}

/** An official file that judged the message of a captioner that found nothing has its own code. */
function judgedDespite(model: ModelColumns, { states }: FilterSources): (index: number) => boolean {
  const own = states().get(model.id);
  if (own === undefined) return () => false;
  const judged = ['SC', 'HC', 'SH'].flatMap((metric) => model.scores.get(metric) ?? []);
  const byError = failureBits(['imported-error-caption']);
  return (index) =>
    (own.failures[index]! & byError) !== 0 ||
    ((own.odd[index]! & ODDITIES.missingMedia) !== 0 &&
      judged.some((values) => !Number.isNaN(values[index])));
}
