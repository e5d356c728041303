import { type Finding, MAX_FINDINGS } from '../../define-inspection.ts';
import { channelName } from './channel-names.ts';
import { amplitudeDb } from './diagnostic.ts';
import type { RecordingMeasures } from './measure-recording.ts';
import { mergeRegions, placeOf } from './regions.ts';

const MERGE_S = 0.1; // places nearer than that are one
const MAX_CLIPPED = 60;
const MAX_DROPOUTS = 30;
const TELLING_DC = 0.01; // of full scale
const OVER_DB = 0.01; // above full scale by less is rounding
const LONG_EDGE_S = 2;

/** What to look at, places first by time; at most {@link MAX_FINDINGS}. */
export function recordingFindings(m: RecordingMeasures): Finding[] {
  const whole = [
    ...silentFindings(m),
    ...pairFindings(m),
    ...offsetFindings(m),
    ...lowPassFindings(m),
    ...overFindings(m),
  ];
  const places = [...clippingFindings(m), ...dropoutFindings(m), ...edgeFindings(m)];
  places.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
  return [...whole, ...places].slice(0, MAX_FINDINGS);
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function clippingFindings({ clipping, sampleRateHz }: RecordingMeasures): Finding[] {
  const runs = clipping.flatMap((one) => one.runs).sort((a, b) => a.start - b.start);
  return mergeRegions(runs, MERGE_S * sampleRateHz, MAX_CLIPPED).map((region) => ({
    kind: 'clipping',
    message: `Clipped: ${counted(region.count, 'run')} of samples cut off at one level`,
    ...placeOf(region, sampleRateHz),
  }));
}

function dropoutFindings({ silence, sampleRateHz }: RecordingMeasures): Finding[] {
  return mergeRegions(silence.dropouts, MERGE_S * sampleRateHz, MAX_DROPOUTS).map((region) => ({
    kind: 'dropout',
    message:
      region.count === 1
        ? 'Dropout: the sound breaks off and comes back at once'
        : `${region.count} dropouts: the sound breaks off and comes back at once`,
    ...placeOf(region, sampleRateHz),
  }));
}

function edgeFindings({ silence, samples, sampleRateHz }: RecordingMeasures): Finding[] {
  if (silence.silentShare === 1) return [];
  const findings: Finding[] = [];
  const add = (message: string, startS: number, endS: number) =>
    findings.push({
      kind: 'silence',
      message,
      ...placeOf({ start: startS, end: endS }, 1),
    });
  const seconds = samples / sampleRateHz;
  if (silence.leadingS >= LONG_EDGE_S) add('Silence before the sound', 0, silence.leadingS);
  if (silence.trailingS >= LONG_EDGE_S) {
    add('Silence after the sound', seconds - silence.trailingS, seconds);
  }
  return findings;
}

function silentFindings({ silence, silentChannels, levels }: RecordingMeasures): Finding[] {
  if (silence.silentShare === 1) {
    return [{ kind: 'silence', message: 'The recording is silent from beginning to end' }];
  }
  return silentChannels.map((index) => ({
    kind: 'silent-channel',
    message: `Silent although others are not: ${channelName(index, levels.length)}`,
  }));
}

const PAIR_MESSAGES = {
  different: undefined,
  identical: 'Both channels are the same: mono in stereo',
  'nearly identical': 'Both channels are nearly the same: mono in stereo',
  inverted: 'One channel is the other one inverted; played on one loudspeaker they cancel out',
} as const;

function pairFindings({ pair, silence }: RecordingMeasures): Finding[] {
  const message = pair === undefined ? undefined : PAIR_MESSAGES[pair.relation];
  if (message === undefined || silence.silentShare === 1) return [];
  return [
    { kind: pair?.relation === 'inverted' ? 'inverted-channel' : 'identical-channels', message },
  ];
}

const offsetFindings = ({ levels }: RecordingMeasures): Finding[] =>
  levels.flatMap(({ mean }, c) => {
    if (Math.abs(mean) < TELLING_DC) return [];
    const name = levels.length === 1 ? '' : `, ${channelName(c, levels.length)}`;
    const percent = (100 * mean).toFixed(1);
    return [{ kind: 'dc-offset', message: `DC offset of ${percent} % of full scale${name}` }];
  });

function lowPassFindings({ bandwidth, sampleRateHz }: RecordingMeasures): Finding[] {
  const { highestHz, shelfDropDb } = bandwidth;
  if (highestHz === undefined || shelfDropDb === undefined) return [];
  const kilohertz = (hertz: number) => (hertz / 1000).toFixed(1);
  const message =
    `Sharp edge at ${kilohertz(highestHz)} kHz of ${kilohertz(sampleRateHz / 2)} kHz, a fall of ` +
    `${shelfDropDb.toFixed(0)} dB: low-passed, as by a codec or an earlier sample rate, or synthetic`;
  return [{ kind: 'low-pass', message }];
}

function overFindings({ truePeak, samples, sampleRateHz }: RecordingMeasures): Finding[] {
  const db = amplitudeDb(truePeak.amplitude);
  if (db === undefined || db <= OVER_DB) return [];
  const region = { start: truePeak.at, end: Math.min(samples, truePeak.at + 1) };
  const message = `Peaks of ${db.toFixed(1)} dBTP lie above full scale and clip when played`;
  return [{ kind: 'true-peak', message, ...placeOf(region, sampleRateHz) }];
}
