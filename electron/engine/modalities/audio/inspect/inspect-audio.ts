import type { AudioSignal } from '../../../media/decode/audio-signal.ts';
import { unscored } from '../../../media/decode/decoded.ts';
import type { InspectionOutcome } from '../../define-inspection.ts';
import { areFinite } from '../finite.ts';
import type { KindGuess } from './kind-votes.ts';
import { measureRecording, type RecordingMeasures } from './measure-recording.ts';
import { recordingFigures } from './recording-figures.ts';
import { recordingFindings } from './recording-findings.ts';

export const AUDIO_INSPECTION_VERSION = 1;

const TYPES = { speech: 'Speech', music: 'Music or tones', noise: 'Noise' } as const;

/**
 * Figures of a recording beside the official score.
 *
 * @param signal  decoded, at any rate, with any number of channels
 * @param notes  about the file
 * @returns 'media-too-small' for no samples, 'media-broken' for samples that are not numbers
 */
export function inspectAudio(
  signal: AudioSignal,
  notes: readonly string[] = [],
): InspectionOutcome {
  if ((signal.channels[0]?.length ?? 0) === 0) {
    return unscored('media-too-small', 'The audio holds no samples.');
  }
  if (!areFinite(signal.channels)) {
    return unscored('media-broken', 'The audio holds samples that are not numbers.');
  }
  const measures = measureRecording(signal);
  return {
    status: 'inspected',
    inspection: {
      profile: 'audio',
      version: AUDIO_INSPECTION_VERSION,
      type: typeOf(measures),
      figures: recordingFigures(measures),
      findings: recordingFindings(measures),
      notes: [...notes, ...layoutNotes(signal.channels.length), noteOfKind(measures)],
    },
  };
}

function typeOf({ kind, silence }: RecordingMeasures): string {
  if (silence.silentShare === 1) return 'Silence';
  return kind.kind === undefined ? 'Sound, unclear which' : TYPES[kind.kind];
}

const layoutNotes = (channels: number): string[] =>
  channels > 2 ? ['Loudness takes the channels in the order of a WAV file.'] : [];

function noteOfKind({ kind, silence }: RecordingMeasures): string {
  if (silence.silentShare === 1) return 'There is no sound to take for speech, music or noise.';
  const measured = kind.votes.filter(({ weight }) => weight > 0).length;
  const of = `by ${measured} of ${kind.votes.length} measures`;
  if (kind.kind !== undefined) {
    return `Taken for ${kind.kind} ${of}: ${sharesOf(kind)}. A guess, not a classifier.`;
  }
  const shares = kind.shares === undefined ? '' : `: ${sharesOf(kind)}`;
  return `Speech, music or noise cannot be told ${of}${shares}; it is mixed, other or too short.`;
}

const sharesOf = ({ shares }: KindGuess): string =>
  Object.entries(shares ?? {})
    .map(([kind, share]) => `${kind} ${(100 * share).toFixed(0)} %`)
    .join(', ');
