// The rule of the guess: each measured feature shares its weight out among speech, music and noise by
// ramps between two values. The values were chosen where spoken prompts, synthetic voices, music of
// games and coloured noise part; the guess says so and is no classifier.
import { clip } from '../../order-statistics.ts';
import type { KindFeatures } from './kind-features.ts';

/** What a recording may be taken for. */
export const SOUND_KINDS = ['speech', 'music', 'noise'] as const;
export type SoundKind = (typeof SOUND_KINDS)[number];
type Votes = Readonly<Record<SoundKind, number>>;

/** One feature and how it votes. */
export interface Vote {
  readonly name: string;
  readonly value: number | undefined;
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly meaning: string;
  /** What the votes add up to; 0 where the feature could not be measured. */
  readonly weight: number;
  readonly votes: Votes;
}

/** The outcome of all votes. */
export interface KindGuess {
  /** Absent: too close, or too little was measured. */
  readonly kind: SoundKind | undefined;
  /** Shares of the votes cast, which add up to 1; absent when none were. */
  readonly shares: Votes | undefined;
  /** Lead of the first over the second, [0, 1]. */
  readonly confidence: number;
  readonly votes: readonly Vote[];
}

const MIN_LEAD = 0.2;
const MIN_WEIGHT_SHARE = 0.6; // so nothing is said of less than a second
const NOTHING: Votes = { speech: 0, music: 0, noise: 0 };

/** 0 below `from`, 1 above `to`, linear between; falls when `from` is the greater. */
const ramp = (value: number, from: number, to: number): number =>
  clip((value - from) / (to - from), 0, 1);

/** Votes of a feature when it was measured. */
type Rule = Omit<Vote, 'votes' | 'value'> & {
  readonly of: (features: KindFeatures) => number | undefined;
  readonly vote: (value: number, features: KindFeatures) => Votes;
};

/** Drums change as deep and as fast as syllables, but evenly: what an even beat explains goes to music. */
function syllables(
  share: number,
  { beatRegularity }: KindFeatures,
): Pick<Votes, 'speech' | 'music'> {
  const beaten = ramp(beatRegularity ?? 0, 0.3, 0.6);
  return { speech: share * (1 - beaten), music: share * beaten };
}

const RULES: readonly Rule[] = [
  {
    name: 'syllable modulation',
    unit: '',
    range: [0, 3],
    meaning: 'Depth of the envelope between 2 and 8 Hz, where syllables are: speech 0.5 and more.',
    weight: 1.5,
    of: ({ syllableDepth }) => syllableDepth,
    vote(value, features) {
      const { speech, music } = syllables(ramp(value, 0.3, 0.55), features);
      const noise = ramp(value, 0.12, 0.06);
      return { speech, noise, music: music + (1 - speech - music) * (1 - noise) };
    },
  },
  {
    name: 'low-energy frames',
    unit: '',
    range: [0, 1],
    meaning: 'Frames below half the level of the second round them; speech pauses all the time.',
    weight: 1,
    of: ({ lowEnergyShare }) => lowEnergyShare,
    vote(value, features) {
      const { speech, music } = syllables(ramp(value, 0.15, 0.3), features);
      const rest = (1 - speech - music) / 2;
      return { speech, music: music + rest, noise: rest };
    },
  },
  {
    name: 'spectral flatness',
    unit: '',
    range: [0, 1],
    meaning: 'Median over frames: tones are near 0, noise above 0.5.',
    weight: 1,
    of: ({ flatness }) => flatness,
    vote(value) {
      const noise = ramp(value, 0.4, 0.65);
      return { speech: (1 - noise) / 2, music: (1 - noise) / 2, noise };
    },
  },
  {
    name: 'zero-crossing spread',
    unit: '',
    range: [0, 10],
    meaning: 'Deviation over mean of the zero crossings: speech changes between vowels and hisses.',
    weight: 1,
    of: ({ crossingSpread }) => crossingSpread,
    vote(value, features) {
      const { speech, music } = syllables(ramp(value, 0.45, 0.75), features);
      const noise = ramp(value, 0.25, 0.1);
      return { speech, noise, music: music + (1 - speech - music) * (1 - noise) };
    },
  },
  {
    name: 'pitched frames',
    unit: '',
    range: [0, 1],
    meaning: 'Frames with a period of 80 to 400 Hz, where voices are.',
    weight: 1,
    of: ({ pitchedShare }) => pitchedShare,
    vote(value) {
      const noise = ramp(value, 0.2, 0.05);
      return { speech: (1 - noise) / 2, music: (1 - noise) / 2, noise };
    },
  },
  {
    name: 'pitch glide',
    unit: 'cents',
    range: [0, 250],
    meaning: 'Median change of pitch in 30 ms: voices glide, notes stay.',
    weight: 1,
    of: ({ glideCents }) => glideCents,
    vote(value) {
      const speech = ramp(value, 8, 20);
      return { speech, music: 1 - speech, noise: 0 };
    },
  },
  {
    name: 'held tones',
    unit: '',
    range: [0, 1],
    meaning: 'Spectral peaks that stand where one stood 80 ms before.',
    weight: 1.5,
    of: ({ heldShare }) => heldShare,
    vote(value) {
      const music = ramp(value, 0.1, 0.2);
      return { speech: (1 - music) / 2, music, noise: (1 - music) / 2 };
    },
  },
  {
    name: 'beat regularity',
    unit: '',
    range: [0, 1],
    meaning: 'Autocorrelation of onsets at 50 to 240 beats a minute; needs 2.5 s.',
    weight: 2,
    of: ({ beatRegularity }) => beatRegularity,
    vote(value) {
      const music = ramp(value, 0.25, 0.45);
      return { speech: (1 - music) / 2, music, noise: (1 - music) / 2 };
    },
  },
];

/** Guesses what a recording is; says nothing when the votes are close. */
export function guessKind(features: KindFeatures): KindGuess {
  const votes = RULES.map(({ of, vote, weight, ...described }): Vote => {
    const value = of(features);
    if (value === undefined) return { ...described, value, weight: 0, votes: NOTHING };
    return { ...described, value, weight, votes: scaled(vote(value, features), weight) };
  });
  const cast = votes.reduce((sum, { weight }) => sum + weight, 0);
  if (cast === 0) return { kind: undefined, shares: undefined, confidence: 0, votes };
  const sumOf = (kind: SoundKind) => votes.reduce((sum, one) => sum + one.votes[kind], 0);
  const totals = { speech: sumOf('speech'), music: sumOf('music'), noise: sumOf('noise') };
  const shares = scaled(totals, 1 / cast);
  const [first, second] = SOUND_KINDS.toSorted((a, b) => shares[b] - shares[a]);
  const confidence = first && second ? shares[first] - shares[second] : 0;
  const possible = RULES.reduce((sum, { weight }) => sum + weight, 0);
  const isClear = confidence >= MIN_LEAD && cast >= MIN_WEIGHT_SHARE * possible;
  return { kind: isClear ? first : undefined, shares, confidence, votes };
}

const scaled = ({ speech, music, noise }: Votes, by: number): Votes => ({
  speech: speech * by,
  music: music * by,
  noise: noise * by,
});
