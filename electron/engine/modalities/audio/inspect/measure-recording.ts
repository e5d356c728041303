// Everything the inspection looks at, measured once. Only the signal for the guess is a second copy.
import type { AudioSignal } from '../../../media/decode/audio-signal.ts';
import { type Bandwidth, bandwidthOf, longTermSpectrum } from './bandwidth.ts';
import {
  channelLevel,
  type ChannelLevel,
  type ChannelPair,
  compareChannels,
  silentChannels,
} from './channel-relation.ts';
import { type Clipping, findClipping } from './clipping.ts';
import { kindFeatures } from './kind-features.ts';
import { kindSignal } from './kind-signal.ts';
import { guessKind, type KindGuess } from './kind-votes.ts';
import { type ProgrammeLoudness, programmeLoudness } from './programme-loudness.ts';
import { findSilence, type Silence } from './silence.ts';
import { type Peak, samplePeak, truePeak } from './true-peak.ts';

/** Figures of a recording on their own scales, not yet named. */
export interface RecordingMeasures {
  readonly sampleRateHz: number;
  readonly samples: number;
  readonly loudness: ProgrammeLoudness;
  /** Of the loudest channel; so is the true peak. */
  readonly samplePeak: Peak;
  readonly truePeak: Peak;
  readonly levels: readonly ChannelLevel[];
  readonly clipping: readonly Clipping[];
  readonly silence: Silence;
  readonly bandwidth: Bandwidth;
  /** Absent for one channel. */
  readonly pair: ChannelPair | undefined;
  /** Counted from 0. */
  readonly silentChannels: readonly number[];
  readonly kind: KindGuess;
}

/** @param signal  at least one channel and one sample, all of them finite */
export function measureRecording(signal: AudioSignal): RecordingMeasures {
  const { channels, sampleRateHz } = signal;
  const [first, second] = channels;
  const levels = channels.map(channelLevel);
  const pair = first && second ? compareChannels(first, second) : undefined;
  const kind = kindFeatures(kindSignal(signal, pair?.relation === 'inverted'), sampleRateHz);
  return {
    sampleRateHz,
    samples: first?.length ?? 0,
    loudness: programmeLoudness(channels, sampleRateHz),
    samplePeak: greatestOf(channels.map(samplePeak)),
    truePeak: greatestOf(channels.map(truePeak)),
    levels,
    clipping: channels.map(findClipping),
    silence: findSilence(channels, sampleRateHz),
    bandwidth: bandwidthOf(longTermSpectrum(channels, sampleRateHz), sampleRateHz),
    pair,
    silentChannels: silentChannels(levels),
    kind: guessKind(kind),
  };
}

const greatestOf = (peaks: readonly Peak[]): Peak =>
  peaks.reduce((most, one) => (one.amplitude > most.amplitude ? one : most), {
    amplitude: 0,
    at: 0,
  });
