import { encodeWav } from '../../../modalities/audio/encode-wav.ts';
import type { LocalTool } from '../define.ts';
import { badOrder, readData, writeMade } from '../write-made.ts';
import { renderSound, SAMPLE_RATE_HZ } from './render-sound.ts';
import { SoundOrder } from './sound-order.ts';

/** Assembles sounds that are no speech: signals, melodies, rhythms, noises. */
export const soundTool: LocalTool = {
  id: 'sound',
  modality: 'audio',
  description:
    'Assembles a sound that is no speech, as WAV. data: {"bpm": 120, "tracks": [{"wave": ' +
    '"sine"|"triangle"|"square"|"saw"|"noise"|"pink-noise", "volume": 0..1, "envelope": {"attack", ' +
    '"decay", "sustain": 0..1, "release"} in seconds, "events": [{"note": "C4" or "frequencyHz": ' +
    '20..12000, "toHz" to glide, or "rest": true; "beats" or "seconds"; "at": seconds; "volume"}]}]}.',
  isGeneral: false,
  async make({ tag, data }, dir, signal) {
    const read = readData(SoundOrder, data, 'sound');
    if (read.status === 'failed') return read;
    const sound = renderSound(read.value);
    signal.throwIfAborted();
    if ('silent' in sound) return badOrder(`The sound cannot be made. ${sound.silent}`);
    return await writeMade(dir, tag, 'wav', encodeWav(sound.samples, SAMPLE_RATE_HZ));
  },
};
