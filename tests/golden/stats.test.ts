import { describe, expect, test } from 'vitest';
import { bootstrap, type Interval } from '../../shared/stats/bootstrap.ts';
import { bootstrapMeans } from '../../shared/stats/bootstrap-means.ts';
import { bradleyTerry } from '../../shared/stats/bradley-terry.ts';
import { kendallTauB, pearson, spearman } from '../../shared/stats/correlation.ts';
import { cohenKappa } from '../../shared/stats/kappa.ts';
import { krippendorffAlpha } from '../../shared/stats/krippendorff.ts';
import { mean } from '../../shared/stats/mean.ts';
import { holm } from '../../shared/stats/multiple-tests.ts';
import { signTest, wilcoxonSignedRank } from '../../shared/stats/paired-tests.ts';
import { statsGoldens } from './golden-files.ts';

const TOLERANCE = 1e-9;
const LEVELS = ['nominal', 'ordinal', 'interval'] as const;
const SCALE = [1, 2, 3, 4, 5];

function expectClose(actual: number | undefined, golden: number, tolerance = TOLERANCE): void {
  expect(Math.abs((actual ?? Number.NaN) - golden)).toBeLessThanOrEqual(tolerance);
}

const known = (ratings: readonly (readonly (number | null)[])[]) =>
  ratings.map((own) => own.map((value) => value ?? undefined));

describe('Krippendorff’s α', () => {
  const { krippendorffPublished: published, krippendorff } = statsGoldens;

  test.each(LEVELS)('is his own published figure to three digits, %s', (level) => {
    expectClose(krippendorffAlpha(known(published.data), level), published[level], 0.0005);
  });

  test.each(krippendorff.flatMap((golden) => LEVELS.map((level) => [level, golden] as const)))(
    'agrees with the reference, %s',
    (level, golden) => expectClose(krippendorffAlpha(known(golden.data), level), golden[level]),
  );
});

describe.each(statsGoldens.agreement)('two raters of $a.length units', (golden) => {
  const { a, b } = golden;

  test('correlate as in the reference', () => {
    expectClose(pearson(a, b), golden.pearson);
    expectClose(spearman(a, b), golden.spearman);
    expectClose(kendallTauB(a, b), golden.kendallTauB);
  });

  test('agree as in the reference', () => {
    expectClose(cohenKappa(a, b, SCALE, 'none'), golden.kappaUnweighted);
    expectClose(cohenKappa(a, b, SCALE, 'quadratic'), golden.kappaQuadratic);
    expectClose(mean(differencesOf(golden)), golden.signedError);
  });
});

describe.each(statsGoldens.paired)('pairs of $a.length', (golden) => {
  const differences = differencesOf(golden);

  test('are tested as in the reference', () => {
    const test = wilcoxonSignedRank(differences, { method: 'normal' });
    const wins = differences.filter((value) => value > 0).length;
    const losses = differences.filter((value) => value < 0).length;

    expect([wins, differences.length - wins - losses, losses]).toEqual([
      golden.wins,
      golden.ties,
      golden.losses,
    ]);
    expectClose(mean(differences), golden.meanDiff);
    expectClose(signTest(wins, losses), golden.pSignTwoSided);
    expectClose(test?.statistic, golden.wilcoxonStatistic);
    expectClose(test?.p, golden.pWilcoxonNormalApprox);
  });

  test.runIf(golden.pWilcoxonExact !== undefined)('are tested exactly where that can be', () => {
    const test = wilcoxonSignedRank(differences);

    expect(test?.method).toBe('exact');
    expectClose(test?.p, golden.pWilcoxonExact ?? Number.NaN);
  });

  test('have the reference’s bootstrap intervals', () => {
    const { percentile, BCa } = golden.bootstrapMeanDiff95;
    const found = bootstrap(differences.length, (drawn) =>
      mean(Float64Array.from(drawn, (index) => differences[index] ?? Number.NaN)),
    );
    const near = (actual: Interval | undefined, ends: readonly number[]) => {
      const width = (ends[1] ?? 0) - (ends[0] ?? 0);
      ends.forEach((end, at) => expectClose(actual?.[at], end, 0.02 * width)); // its own tolerance
    };

    near(found?.percentile, percentile);
    near(found?.bca, BCa);
    near(bootstrapMeans([{ values: Float64Array.from(differences) }])[0], percentile);
  });
});

test('Holm’s correction is that of the reference', () => {
  holm(statsGoldens.holm.p).forEach((p, at) =>
    expectClose(p, statsGoldens.holm.adjusted[at] ?? Number.NaN),
  );
});

test('Bradley–Terry strengths are those of the reference', () => {
  const { wins, logStrengthsCentred, tolerance } = statsGoldens.bradleyTerry;
  const found = bradleyTerry(wins)?.logStrengths;

  expect(found).toHaveLength(wins.length);
  logStrengthsCentred.forEach((strength, at) => expectClose(found?.[at], strength, tolerance));
});

/** As they come: the reference did not round them either, so that 0.8 − 0.7 and 0.9 − 0.8 are two. */
function differencesOf({ a, b }: { readonly a: readonly number[]; readonly b: readonly number[] }) {
  return a.map((value, at) => value - (b[at] ?? Number.NaN));
}
