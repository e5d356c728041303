import { decodeAudio } from '../../media/decode/audio.ts';
import { defineQuality } from '../define.ts';
import type { FileInspector } from '../define-inspection.ts';
import { AUDIO_INSPECTION_VERSION, inspectAudio } from './inspect/inspect-audio.ts';
import { AUDIO_QUALITY_VERSION, scoreAudio } from './quality.ts';

/** Audio quality as the official code computes it. */
export const audioQuality = defineQuality({
  modality: 'audio',
  id: 'unim',
  version: AUDIO_QUALITY_VERSION,
  title: 'Signal statistics v4.7',
  source: 'gq-official.md, audio; official generation-quality code of UniM',
  note:
    'Statistics of the signal, made for music and speech: a steady tone or broadband sound scores ' +
    'near 0 however clean it is. The signal-to-noise ratio of anything taken for music is always 50 dB.',
  decode: decodeAudio,
  score: scoreAudio,
});

/** Loudness, peaks, clipping, bandwidth, silence and what kind of sound it is. */
export const audioInspector: FileInspector = {
  modality: 'audio',
  id: 'audio',
  version: AUDIO_INSPECTION_VERSION,
  title: 'Loudness, clipping and kind of sound',
  source: 'ITU-R BS.1770-4; EBU Tech 3341 and 3342; features after Scheirer and Slaney 1997',
  note: 'Figures of the recording as it is; they stand beside the official score and never enter it.',
  async inspectFile(path) {
    const decoded = await decodeAudio(path);
    return decoded.status === 'decoded' ? inspectAudio(decoded.value, decoded.notes) : decoded;
  },
};
