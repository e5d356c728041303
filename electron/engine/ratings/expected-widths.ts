import type { ExpectedWidths, SampleDraft } from '../../../shared/model/sample.ts';
import { pearson } from '../../../shared/stats/correlation.ts';
import { mean, standardDeviation } from '../../../shared/stats/mean.ts';
import type { RatedItem } from './measure-agreement.ts';

/** 97.5th percentile of the standard normal distribution. */
const Z_975 = 1.959963984540054;
/** What is assumed of judge and people as long as there are too few ratings to measure it. */
const ASSUMED = { correlation: 0.8, errorDeviation: 1 } as const;
const ENOUGH = 20;

/**
 * How wide the 95 % intervals will be: of a correlation by Fisher's transformation, which quadratic κ
 * follows closely on such scales, of a mean by its standard error, of a win rate at worst.
 *
 * @param known  what was rated in the project
 * @param size  units of the sample
 */
export function expectWidths(
  known: readonly RatedItem[],
  { kind }: Pick<SampleDraft, 'kind'>,
  size: number,
): ExpectedWidths {
  const pairs = known.flatMap(({ judge, ratings, isStale }) => {
    const human = mean(ratings.map(({ value }) => value));
    return judge === undefined || human === undefined || isStale ? [] : [{ judge, human }];
  });
  const measured = pairs.length < ENOUGH ? undefined : measure(pairs);
  const { correlation, errorDeviation } = measured ?? ASSUMED;
  const basis = measured === undefined ? 'assumed' : 'measured';
  if (kind === 'pairwise') {
    return size < 2 ? { basis } : { winRate: (2 * Z_975 * 0.5) / Math.sqrt(size), basis };
  }
  if (size < 4) return { basis };
  const width = correlationWidth(correlation, size);
  const signedError = (2 * Z_975 * errorDeviation) / Math.sqrt(size);
  return { pearson: width, kappaQuadratic: width, signedError, basis };
}

function correlationWidth(correlation: number, n: number): number {
  const z = Math.atanh(Math.min(0.999, Math.max(-0.999, correlation)));
  const error = Z_975 / Math.sqrt(n - 3);
  return Math.tanh(z + error) - Math.tanh(z - error);
}

function measure(pairs: readonly { readonly judge: number; readonly human: number }[]) {
  const correlation = pearson(
    pairs.map(({ judge }) => judge),
    pairs.map(({ human }) => human),
  );
  const errorDeviation = standardDeviation(pairs.map(({ judge, human }) => judge - human));
  return correlation === undefined || errorDeviation === undefined
    ? undefined
    : { correlation, errorDeviation };
}
