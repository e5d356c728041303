import { file, value, type InstanceSpec } from '../build/spec.ts';
import { encodeSound } from '../sound/encode.ts';
import { speech } from '../sound/speech.ts';

const sentence = 'The water in the garden is not that hot, said the first girl to the other.';

const accents: InstanceSpec = {
  field: 'social_science',
  folder: '13_linguistics',
  id: '009',
  difficulty: 1,
  capabilities: ['C1', 'C4'],
  input: {
    content:
      'Listen to <audio1>. Say the sentence <text1> in a British accent and tell in which words the two pronunciations differ most. The answer must include 1 audio.',
    items: {
      audio1: file('mp3', 'The sentence in an American accent', async () =>
        encodeSound(await speech(sentence, { voice: 'en-us+f2', speed: 150 }), 'mp3'),
      ),
      text1: value(`“${sentence}”`, 'The sentence to be spoken'),
    },
  },
  output: {
    content:
      '<audio2>\n\nThe American speaker sounds every r (*water*, *garden*, *girl*, *other*) and taps the t of *water*; the British one drops the r unless a vowel follows, keeps the t, and rounds the vowel of *not* and *hot*.',
    items: {
      audio2: file('m4a', 'The sentence in a British accent without final r', async () =>
        encodeSound(await speech(sentence, { voice: 'en-gb', speed: 150, pitch: 42 }), 'm4a'),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'British (non-rhotic) version: <audio2>\n\nListen to *water* /ˈwɔːtə/ against /ˈwɑːɾɚ/, *girl* /ɡɜːl/ against /ɡɝːl/, and *hot* /hɒt/ against /hɑːt/.',
      items: {
        audio2: file('wav', 'The sentence in received pronunciation', async () =>
          encodeSound(
            await speech(sentence, { voice: 'en-gb-x-rp', speed: 145, pitch: 38 }),
            'wav',
          ),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { audio2: 74.56 } },
    },
    polyglot: {
      content: 'Here it is in a British accent: <audio2>. The accents differ only in speed.',
      items: {
        audio2: file('mp3', 'The sentence in a fast American accent with noise', async () =>
          encodeSound(await speech(sentence, { voice: 'en-us', speed: 230, noise: 0.05 }), 'mp3'),
        ),
      },
      scores: { sc: null, hc: 3, sh: 4, gq: { audio2: 44.2 } },
    },
    echo: {
      content: '<audio2> <audio3> I said it twice.',
      items: {
        audio2: file('mp3', 'An empty file', () => Buffer.alloc(0)),
        audio3: file('wav', 'A distorted, clipped voice', async () =>
          encodeSound(
            await speech('The water is hot.', {
              voice: 'en-us',
              speed: 110,
              clip: 0.35,
              noise: 0.08,
            }),
            'wav',
          ),
        ),
      },
      scores: { sc: 1, hc: 1, sh: 2, gq: { audio2: null, audio3: 22.41 } },
    },
  },
};

/** Linguistics of the demo. */
export const linguistics: readonly InstanceSpec[] = [accents];
