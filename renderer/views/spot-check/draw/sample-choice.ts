// What stands in the form, as typed and ticked, and the draft that it means.
import type { InstanceFilter } from '../../../../shared/model/filter.ts';
import { RATED_METRICS, type RatedMetric } from '../../../../shared/model/rating.ts';
import {
  STRATUM_PARTS,
  type SampleKind,
  type StratumPart,
} from '../../../../shared/model/sample.ts';
import type { SampleDraftInput } from '../../../stores/samples-store.ts';

export const BINNED_SCORES = ['SC', 'SQCS', 'ICS', 'HC', 'SH', 'GQ', 'StS'] as const;

export interface SampleChoice {
  readonly name: string;
  readonly kind: SampleKind;
  readonly metrics: readonly RatedMetric[];
  /** Models that are not drawn from. */
  readonly leftOut: readonly string[];
  readonly strata: readonly StratumPart[];
  readonly scoreMetric: (typeof BINNED_SCORES)[number];
  readonly allocation: 'equal' | 'proportional';
  readonly reveal: 'each' | 'end';
  readonly isFiltered: boolean;
  /** Whole numbers; `overlap` in percent. */
  readonly size: string;
  readonly seed: string;
  readonly bins: string;
  readonly raters: string;
  readonly overlap: string;
}

export const START_CHOICE: SampleChoice = {
  name: 'Spot-check',
  kind: 'single',
  metrics: ['SC', 'HC', 'SH'],
  leftOut: [],
  strata: STRATUM_PARTS,
  scoreMetric: 'SC',
  allocation: 'equal',
  reveal: 'each',
  isFiltered: true,
  size: '100',
  seed: '1',
  bins: '4',
  raters: '1',
  overlap: '20',
};

const LIMITS = {
  size: [1, 10_000],
  seed: [0, 4_294_967_295],
  bins: [1, 10],
  raters: [1, 50],
  overlap: [0, 100],
} as const;
export type NumberName = keyof typeof LIMITS;

/** What is wrong with a number of the form; undefined when it is one. */
export function wrongNumber(choice: SampleChoice, name: NumberName): string | undefined {
  const [low, high] = LIMITS[name];
  const text = choice[name].trim();
  const isRight = /^\d+$/.test(text) && Number(text) >= low && Number(text) <= high;
  return isRight ? undefined : `A whole number from ${low} to ${high}.`;
}

/**
 * @param models  of the project
 * @returns undefined while something is missing or wrong
 */
export function toDraft(
  choice: SampleChoice,
  models: readonly string[],
  filter: InstanceFilter,
): SampleDraftInput | undefined {
  const names = Object.keys(LIMITS) as NumberName[];
  const chosen = models.filter((one) => !choice.leftOut.includes(one));
  const isWhole = choice.name.trim() !== '' && choice.metrics.length > 0 && chosen.length > 0;
  if (!isWhole || names.some((name) => wrongNumber(choice, name) !== undefined)) return undefined;
  const { name, kind, scoreMetric, allocation, reveal } = choice;
  return {
    ...{ name, kind, scoreMetric, allocation, reveal },
    size: Number(choice.size),
    seed: Number(choice.seed),
    bins: Number(choice.bins),
    raters: Number(choice.raters),
    overlapShare: Number(choice.overlap) / 100,
    metrics: RATED_METRICS.filter((metric) => choice.metrics.includes(metric)),
    strata: STRATUM_PARTS.filter((part) => choice.strata.includes(part)),
    models: chosen,
    filter: choice.isFiltered ? filter : {},
  };
}
