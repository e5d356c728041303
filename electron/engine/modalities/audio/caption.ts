import { readFile } from 'node:fs/promises';
import type { ChatPart } from '../../judges/define.ts';
import type { AudioSignal } from '../../media/decode/audio-signal.ts';
import { decodeAudio, MAX_SECONDS } from '../../media/decode/audio.ts';
import { type Decoded, unscored } from '../../media/decode/decoded.ts';
import { readMediaFacts } from '../../media/facts.ts';
import {
  type CaptionLimits,
  type CaptionPreparer,
  formatCount,
  formatSeconds,
} from '../caption-input.ts';
import { encodeWav } from './encode-wav.ts';
import { mixDown } from './mix-down.ts';
import { resample } from './resample.ts';

const RATE_HZ = 16_000; // what speech models take
const SILENT_BELOW = 1e-4; // −80 dB

/** The recording: an MP3 as it is, everything else as mono WAV at 16 kHz. */
export const prepareAudioCaption: CaptionPreparer = async (source, limits) => {
  if (source.kind === 'inline') return unscored('unsupported', 'It is text and no file.');
  if (!limits.takes.audio) return unscored('unsupported', 'The captioner takes no sound.');
  const sound = await prepareSound(source.path, limits);
  if (sound.status === 'unscored') return sound;
  const { part, facts } = sound.value;
  return { status: 'prepared', parts: [part], facts, notes: sound.notes };
};

/** The sound of a recording or a video, and what is known of it. */
export interface PreparedSound {
  readonly part: ChatPart;
  readonly facts: Readonly<Record<string, string>>;
}

/** @returns unscored when there is no sound that can be decoded */
export async function prepareSound(
  path: string,
  limits: CaptionLimits,
): Promise<Decoded<PreparedSound>> {
  const decoded = await decodeAudio(path);
  if (decoded.status === 'unscored') return decoded;
  const signal = decoded.value;
  const samples = signal.channels[0]?.length ?? 0;
  const seconds = samples / signal.sampleRateHz;
  const { part, note } = (await mp3Part(path, seconds, limits)) ?? wavPart(signal, limits);
  return {
    status: 'decoded',
    value: { part, facts: factsOf(signal, seconds) },
    notes: [...decoded.notes, ...(note === undefined ? [] : [note])],
  };
}

interface SoundPart {
  readonly part: ChatPart;
  readonly note?: string;
}

/** The file itself, when it is an MP3 that is short and small enough. */
async function mp3Part(
  path: string,
  seconds: number,
  { audioSeconds, mediaBytes }: CaptionLimits,
): Promise<SoundPart | undefined> {
  const { detectedType, sizeBytes } = await readMediaFacts(path);
  const isSmall = sizeBytes <= Math.min(mediaBytes, seconds * RATE_HZ * 2);
  const isShort = seconds < Math.min(audioSeconds, MAX_SECONDS);
  if (detectedType !== 'audio/mpeg' || !isSmall || !isShort) return undefined;
  return { part: { type: 'audio', format: 'mp3', bytes: await readFile(path) } };
}

function wavPart(signal: AudioSignal, { audioSeconds, mediaBytes }: CaptionLimits): SoundPart {
  const { channels, sampleRateHz } = signal;
  const limitS = Math.min(audioSeconds, mediaBytes / (RATE_HZ * 2));
  const kept = Math.floor(limitS * sampleRateHz);
  const mono = mixDown(channels.map((channel) => channel.subarray(0, kept)));
  const bytes = encodeWav(resample(mono, sampleRateHz, RATE_HZ), RATE_HZ);
  const part = { type: 'audio', format: 'wav', bytes } as const;
  const isCut = kept < (channels[0]?.length ?? 0);
  return isCut ? { part, note: `The first ${formatSeconds(limitS)} were sent.` } : { part };
}

function factsOf({ channels, sampleRateHz }: AudioSignal, seconds: number): Record<string, string> {
  const isSilent = channels.every((channel) =>
    channel.every((sample) => Math.abs(sample) < SILENT_BELOW),
  );
  return {
    duration: formatSeconds(seconds),
    channels: formatCount(channels.length),
    'sample rate': `${formatCount(sampleRateHz)} Hz`,
    ...(isSilent && { sound: 'none: the recording is silent' }),
  };
}
