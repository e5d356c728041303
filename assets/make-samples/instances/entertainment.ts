import { file, value, type InstanceSpec } from '../build/spec.ts';
import { damaged, png } from '../draw/render.ts';
import { scoreSheet } from '../draw/score-sheet.ts';
import { encodeSound } from '../sound/encode.ts';
import { MELODY, play, type Note } from '../sound/music.ts';
import { silence } from '../sound/wave.ts';
import { gaussian, seededRandom } from '../rng.ts';

const CHORD_NAMES = ['G', 'C', 'Am', 'G', 'Am', 'D7', 'D7', 'G'];
const wrongMelody: Note[] = MELODY.map(([midi, quarters], i) => [
  i % 3 === 1 ? midi + 2 : midi,
  quarters,
]);

function noiseBurst() {
  const sound = silence(2.5, 16000);
  const random = seededRandom(3);
  for (let i = 0; i < sound.samples.length; i++) sound.samples[i] = gaussian(random) * 0.16;
  return sound;
}

const waltz: InstanceSpec = {
  field: 'general_area',
  folder: '24_entertainment',
  id: '0142',
  difficulty: 3,
  capabilities: ['C1', 'C3', 'C6', 'C9'],
  input: {
    content:
      'Transcribe the melody of <audio1> as sheet music with key and time signature, put chord names above the bars, and play it again with an accompaniment in three-four time. The answer must include 1 image and 1 audio.',
    items: {
      audio1: file('m4a', 'A plucked melody of eight bars in three-four time', () =>
        encodeSound(play(MELODY, { bpm: 138 }), 'm4a'),
      ),
    },
  },
  output: {
    content:
      'The melody is in G major, 3/4, eight bars, ending on the tonic:\n\n<image1>\n\nWith bass on one and chords on two and three it becomes a waltz: <audio2>',
    items: {
      image1: file('png', 'Sheet music of an eight-bar waltz in G major with chord names', () =>
        png(scoreSheet(MELODY, { title: 'Waltz', tempo: 'Moderato', chords: CHORD_NAMES }), 32),
      ),
      audio2: file('flac', 'The melody with bass and chords in waltz time', () =>
        encodeSound(play(MELODY, { bpm: 138, withChords: true }), 'flac'),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'G major, three-four time.\n\n<image1>\n\nAccompanied version: <audio2>\n\nHarmony: G – C – Am – G – Am – D7 – D7 – G.',
      items: {
        image1: file('png', 'Clean sheet music with chord names', () =>
          png(
            scoreSheet(MELODY, { title: 'Little waltz', chords: CHORD_NAMES, color: '#27306b' }),
            32,
            0.85,
          ),
        ),
        audio2: file('mp3', 'The waltz, a little faster, with accompaniment', () =>
          encodeSound(play(MELODY, { bpm: 152, withChords: true }), 'mp3'),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { image1: 72.18, audio2: 68.95 } },
    },
    polyglot: {
      content:
        'The tune is a march in four-four time: <image1> and with chords <audio2>. The key is D minor.',
      items: {
        image1: file('jpg', 'Sheet music with many wrong notes, blurred', () =>
          damaged(scoreSheet(wrongMelody, { title: 'March' }), { blur: 1.6, width: 760 }),
        ),
        audio2: file('mp3', 'The melody out of tune and slow', () =>
          encodeSound(play(wrongMelody, { bpm: 170, transpose: -5, detuneCents: 45 }), 'mp3'),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 3, gq: { image1: 50.7, audio2: 61.13 } },
    },
    echo: {
      content: '<audio1> is music. The notes are in <image1>, the sound is <audio2>.',
      items: {
        image1: value('image/img_0142_01.png', 'A file that was never written'),
        audio2: file('wav', 'White noise', () => encodeSound(noiseBurst(), 'wav')),
      },
      scores: { sc: 1, hc: 2, sh: 2, gq: { image1: null, audio2: 4.62 } },
    },
  },
};

/** Entertainment of the demo. */
export const entertainment: readonly InstanceSpec[] = [waltz];
