import { decodeAudio } from '../../media/decode/audio.ts';
import { defineQuality } from '../define.ts';
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
