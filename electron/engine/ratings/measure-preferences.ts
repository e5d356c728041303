// What people preferred, side by side: win rates by three ways of counting ties, strengths, and whether
// the place on the screen mattered. Pure, and run in a thread of its own.
import {
  TIE_RULES,
  type Figure,
  type PairPreference,
  type PreferenceReport,
  type TieRule,
} from '../../../shared/model/agreement.ts';
import type { Preference } from '../../../shared/model/rating.ts';
import { bootstrap } from '../../../shared/stats/bootstrap.ts';
import { bradleyTerry } from '../../../shared/stats/bradley-terry.ts';

/** One preference: `A` is the response on the left. */
export interface GivenPreference {
  readonly left: string;
  readonly right: string;
  readonly preference: Preference;
}

const RESAMPLES = 2_000;
/** The fit takes some hundred steps, so it is drawn less often. */
const RESAMPLES_OF_STRENGTHS = 400;

/** What a preference counts for the left side and for the right, by tie rule. */
const COUNTS: Readonly<Record<TieRule, Readonly<Record<Preference, readonly [number, number]>>>> = {
  lean: { A: [1, 0], tieA: [1, 0], tieB: [0, 1], B: [0, 1] },
  half: { A: [1, 0], tieA: [0.5, 0.5], tieB: [0.5, 0.5], B: [0, 1] },
  drop: { A: [1, 0], tieA: [0, 0], tieB: [0, 0], B: [0, 1] },
};
const MIRRORED: Readonly<Record<Preference, Preference>> = {
  A: 'B',
  tieA: 'tieB',
  tieB: 'tieA',
  B: 'A',
};

/** @param nStale  preferences that were left out because what was shown has changed */
export function measurePreferences(
  given: readonly GivenPreference[],
  nStale: number,
): PreferenceReport {
  const pairs = Map.groupBy(given.map(inOrder), ({ left, right }) => JSON.stringify([left, right]));
  return {
    n: given.length,
    nStale,
    pairs: [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => describePair(own)),
    ...strengthsOf(given),
    leftShare: winRate(
      given.map(({ preference }) => preference),
      'lean',
    ),
  };
}

/** The model whose name comes first on the left. */
function inOrder(one: GivenPreference): GivenPreference {
  if (one.left <= one.right) return one;
  return { left: one.right, right: one.left, preference: MIRRORED[one.preference] };
}

function describePair(own: readonly GivenPreference[]): PairPreference {
  const said = own.map(({ preference }) => preference);
  const count = (wanted: Preference) => said.filter((one) => one === wanted).length;
  const [lean, half, drop] = TIE_RULES.map((rule) => winRate(said, rule)) as [
    Figure,
    Figure,
    Figure,
  ]; // one a rule
  return {
    a: own[0]?.left ?? '',
    b: own[0]?.right ?? '',
    counts: { A: count('A'), tieA: count('tieA'), tieB: count('tieB'), B: count('B') },
    n: said.length,
    winRates: { lean, half, drop },
  };
}

function winRate(said: readonly Preference[], rule: TieRule): Figure {
  const rate = (drawn: Iterable<number>) => {
    let [won, all] = [0, 0];
    for (const at of drawn) {
      const [left, right] = COUNTS[rule][said[at] ?? 'A'];
      won += left;
      all += left + right;
    }
    return all === 0 ? undefined : won / all;
  };
  const value = rate(said.keys());
  if (value === undefined) {
    return { why: said.length === 0 ? 'Nothing was compared yet.' : 'There are only ties.' };
  }
  const intervals = bootstrap(said.length, rate, { resamples: RESAMPLES });
  return { value, ...(intervals === undefined ? {} : { ci95: [...intervals.percentile] }) };
}

function strengthsOf(
  given: readonly GivenPreference[],
): Pick<PreferenceReport, 'strengths' | 'why'> {
  const models = [...new Set(given.flatMap(({ left, right }) => [left, right]))].sort();
  const fit = (drawn: Iterable<number>) => {
    const wins = models.map(() => models.map(() => 0));
    for (const at of drawn) {
      const one = given[at];
      if (one === undefined) continue;
      const [left, right] = [models.indexOf(one.left), models.indexOf(one.right)];
      const [toLeft, toRight] = COUNTS.half[one.preference];
      add(wins, left, right, toLeft);
      add(wins, right, left, toRight);
    }
    return bradleyTerry(wins)?.logStrengths;
  };
  const own = fit(given.keys());
  if (own === undefined) {
    const why =
      given.length === 0
        ? 'Nothing was compared yet.'
        : 'Strengths have no finite value: some model has never won, or never lost, against the others.';
    return { strengths: [], why };
  }
  const known = new Map<string, readonly number[] | undefined>();
  return {
    strengths: models.map((model, at) => {
      const intervals = bootstrap(
        given.length,
        (drawn) => {
          // the same resamples for every model: each is fitted once
          const name = drawn.join();
          if (!known.has(name)) known.set(name, fit(drawn));
          return known.get(name)?.[at];
        },
        { resamples: RESAMPLES_OF_STRENGTHS },
      );
      const ends = intervals === undefined ? {} : { ci95: [...intervals.percentile] as Ends };
      return { model, strength: { value: own[at] ?? 0, ...ends } };
    }),
  };
}
type Ends = [number, number];

function add(wins: number[][], row: number, column: number, count: number): void {
  const line = wins[row];
  if (line !== undefined) line[column] = (line[column] ?? 0) + count;
}
