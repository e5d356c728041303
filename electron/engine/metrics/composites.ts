// Figures made of other figures. They are never stored: they follow from their parts and η, so a changed
// part or setting leaves no stale figure behind.
import type { MetricDescriptor } from '../../../shared/model/score.ts';
import type { ScoringSettings } from '../../../shared/model/settings.ts';

/** A metric that is computed from two others of the same response. */
export interface CompositeMetric extends MetricDescriptor {
  /** Metric ids, in the order of `compose`'s arguments. */
  readonly parts: readonly [first: string, second: string];
  readonly formula: string;
  readonly eta: (settings: ScoringSettings) => number;
  /**
   * Parts in [0, 1], NaN where there is no figure.
   *
   * @returns in [0, 1]; NaN where the parts do not decide it
   */
  readonly compose: (first: number, second: number, eta: number) => number;
}

/**
 * SQCS = SC · (η + (1 − η) · GQ). An SC of 0 decides it alone: an empty response has no items that
 * could have a quality.
 *
 * @source arXiv:2603.05075, semantic correctness and generation quality; η = 0.7
 */
export const sqcs: CompositeMetric = {
  id: 'SQCS',
  version: 1,
  label: 'SQCS',
  title: 'Semantic-quality coupled score',
  scope: 'response',
  range: [0, 1],
  better: 'higher',
  source: 'arXiv:2603.05075, UniM Evaluation Suite',
  note: 'SC · (η + (1 − η) · GQ) of each response, whether its parts were imported or computed.',
  parts: ['SC', 'GQ'],
  formula: 'SC · (η + (1 − η) · GQ)',
  eta: ({ sqcsEta }) => sqcsEta,
  compose: (sc, gq, eta) => (sc === 0 ? 0 : sc * (eta + (1 - eta) * gq)),
};

/**
 * ICS = η · HC + (1 − η) · SH.
 *
 * @source arXiv:2603.05075, interleaved coherence; η = 0.8
 */
export const ics: CompositeMetric = {
  id: 'ICS',
  version: 1,
  label: 'ICS',
  title: 'Interleaved coherence score',
  scope: 'response',
  range: [0, 1],
  better: 'higher',
  source: 'arXiv:2603.05075, UniM Evaluation Suite',
  note: 'η · HC + (1 − η) · SH of each response, whether its parts were imported or computed.',
  parts: ['HC', 'SH'],
  formula: 'η · HC + (1 − η) · SH',
  eta: ({ icsEta }) => icsEta,
  compose: (hc, sh, eta) => eta * hc + (1 - eta) * sh,
};

/** Every composite. One line each. */
export const compositeMetrics = [sqcs, ics] as const;

/**
 * Adds the columns of the composites to those of their parts.
 *
 * @param scores  metric id → value of each instance, NaN where there is none
 * @returns the same columns and one for each composite that has a figure
 */
export function withComposites(
  scores: ReadonlyMap<string, Float64Array>,
  settings: ScoringSettings,
): Map<string, Float64Array> {
  const all = new Map(scores);
  for (const metric of compositeMetrics) {
    const [first, second] = metric.parts.map((part) => scores.get(part));
    // without the first part there is no figure; without the second only where the first decides alone
    if (first === undefined) continue;
    const column = composeColumn(metric, first, second, metric.eta(settings));
    if (column.some((value) => !Number.isNaN(value))) all.set(metric.id, column);
  }
  return all;
}

function composeColumn(
  { compose }: CompositeMetric,
  first: Float64Array,
  second: Float64Array | undefined,
  eta: number,
): Float64Array {
  return first.map((value, index) => compose(value, second?.[index] ?? Number.NaN, eta));
}
