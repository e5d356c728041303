import type { Figure } from '../../../../../shared/model/quality.ts';
import { countFigure, shareFigure } from '../../define-inspection.ts';
import { channelName } from './channel-names.ts';
import { amplitudeDb, diagnostic, LOWEST_DB } from './diagnostic.ts';
import { SOUND_KINDS, type KindGuess, type Vote } from './kind-votes.ts';
import type { RecordingMeasures } from './measure-recording.ts';

type Figures = Record<string, Figure>;

const LUFS: readonly [number, number] = [-70, 20];
const DBFS: readonly [number, number] = [LOWEST_DB, 40];
const SECONDS: readonly [number, number] = [0, 86_400];
const HERTZ: readonly [number, number] = [0, 384_000];
const MIN_RANGE_S = 60; // EBU Tech 3342: not meant for shorter programmes

/** Every figure of a recording, named. */
export const recordingFigures = (m: RecordingMeasures): Figures => ({
  ...basicFigures(m),
  ...loudnessFigures(m),
  ...channelFigures(m),
  ...clippingFigures(m),
  ...silenceFigures(m),
  ...kindFigures(m.kind),
});

const basicFigures = (m: RecordingMeasures): Figures => ({
  duration: diagnostic(m.samples / m.sampleRateHz, 's', SECONDS),
  'sample rate': diagnostic(m.sampleRateHz, 'Hz', [2000, 768_000]),
  channels: countFigure(m.levels.length, 'channels'),
  bandwidth: diagnostic(
    m.bandwidth.highestHz,
    'Hz',
    HERTZ,
    'Up to a sharp edge, else the highest band of 100 Hz within 90 dB of the strongest and 10 dB ' +
      'above the rounding of 16 bits; steady hiss counts as content.',
  ),
  'low-pass drop': diagnostic(
    m.bandwidth.shelfDropDb,
    'dB',
    [0, 300],
    'Fall of the level across a sharp edge below the end of the band; absent where there is none.',
  ),
  'noise floor': diagnostic(
    m.silence.floorDb,
    'dBFS',
    DBFS,
    'Fifth percentile of the level over 10 ms, digital silence left out; of a steady sound it is the sound.',
  ),
});

function loudnessFigures({ loudness, ...m }: RecordingMeasures): Figures {
  const truePeakDb = amplitudeDb(m.truePeak.amplitude);
  const { integrated } = loudness;
  const isRatio = truePeakDb !== undefined && integrated !== undefined;
  const isShort = m.samples / m.sampleRateHz < MIN_RANGE_S;
  return {
    'integrated loudness': diagnostic(integrated, 'LUFS', LUFS, 'ITU-R BS.1770-4, gated.'),
    'loudness range': diagnostic(
      loudness.range,
      'LU',
      [0, 90],
      `EBU Tech 3342${isShort ? '; meant for recordings of a minute and more' : ''}.`,
    ),
    'maximum momentary loudness': diagnostic(loudness.momentaryMax, 'LUFS', [-300, 20], '0.4 s.'),
    'maximum short-term loudness': diagnostic(loudness.shortTermMax, 'LUFS', [-300, 20], '3 s.'),
    'true peak': diagnostic(truePeakDb, 'dBTP', DBFS, 'Between samples, at four times the rate.'),
    'sample peak': diagnostic(amplitudeDb(m.samplePeak.amplitude), 'dBFS', DBFS),
    'peak to loudness': diagnostic(
      isRatio ? truePeakDb - integrated : undefined,
      'dB',
      [-20, 100],
      'True peak less integrated loudness.',
    ),
  };
}

function channelFigures({ levels, pair }: RecordingMeasures): Figures {
  const figures: Figures = {};
  levels.forEach(({ mean }, c) => {
    const name = levels.length === 1 ? '' : `, ${channelName(c, levels.length)}`;
    figures[`DC offset${name}`] = diagnostic(mean, '', [-1, 1], 'Mean, in parts of full scale.');
  });
  if (pair === undefined) return figures;
  const which = levels.length > 2 ? 'Of the first two channels. ' : '';
  return {
    ...figures,
    'channel correlation': diagnostic(
      pair.correlation,
      '',
      [-1, 1],
      `${which}1: mono in stereo; −1: one of them inverted.`,
    ),
    'channel balance': diagnostic(
      pair.balanceDb,
      'dB',
      [-200, 200],
      `${which}Level of the first less that of the second.`,
    ),
  };
}

function clippingFigures({ clipping, samples }: RecordingMeasures): Figures {
  const sum = (of: (one: (typeof clipping)[number]) => number) =>
    clipping.reduce((total, one) => total + of(one), 0);
  return {
    'clipped runs': countFigure(
      sum((one) => one.runCount),
      'count',
      '3 samples or more at full scale, or 4 or more that are equal at a flat top below it.',
    ),
    'flat tops': countFigure(
      sum((one) => one.flatTops),
      'count',
      'Runs below full scale: cut off and made softer afterwards, or a square wave.',
    ),
    'longest clipped run': countFigure(
      clipping.reduce((most, one) => Math.max(most, one.longestRun), 0),
      'samples',
    ),
    'clipped share': shareFigure(
      sum((one) => one.samples),
      samples * clipping.length,
      'Of all samples.',
    ),
  };
}

const silenceFigures = ({ silence }: RecordingMeasures): Figures => ({
  'silent share': shareFigure(silence.silentShare, 1, 'Frames of 10 ms below −60 dBFS.'),
  'leading silence': diagnostic(silence.leadingS, 's', SECONDS),
  'trailing silence': diagnostic(silence.trailingS, 's', SECONDS),
  'digital silence': shareFigure(
    silence.zeroShare,
    1,
    'Runs of 2 ms and more that are 0 in every channel.',
  ),
  dropouts: countFigure(
    silence.dropouts.length,
    'count',
    'Digital silence of 2 ms to 2 s that cuts a wave off and lets it come back; some synthetic voices do so.',
  ),
});

function kindFigures({ shares, confidence, votes }: KindGuess): Figures {
  const figures: Figures = {};
  for (const kind of SOUND_KINDS) {
    const note = 'Share of the votes of the measures named below.';
    figures[`votes for ${kind}`] = diagnostic(shares?.[kind], '', [0, 1], note);
  }
  figures['confidence of the guess'] = diagnostic(
    shares && confidence,
    '',
    [0, 1],
    'Lead of the first over the second; below 0.2 there is no guess.',
  );
  for (const vote of votes) {
    figures[vote.name] = diagnostic(vote.value, vote.unit, vote.range, noteOf(vote));
  }
  return figures;
}

function noteOf({ meaning, weight, votes }: Vote): string {
  if (weight === 0) return `${meaning} Not measured here: no vote.`;
  const cast = SOUND_KINDS.map((kind) => `${kind} ${votes[kind].toFixed(2)}`).join(', ');
  return `${meaning} Votes: ${cast}, of ${weight}.`;
}
