import { file, type InstanceSpec } from '../build/spec.ts';
import { dogFrame } from '../draw/dog.ts';
import { encodeFilm } from '../film/encode.ts';
import { speech } from '../sound/speech.ts';

const moods: InstanceSpec = {
  field: 'general_area',
  folder: '30_pets',
  id: '3',
  difficulty: 1,
  capabilities: ['C3', 'C4', 'C8'],
  input: {
    content:
      'Explain to children how a dog’s body tells its mood. Make one short clip of a happy dog and one of a frightened dog, and name three signs of each. The answer must include 2 videos.',
    items: {},
  },
  output: {
    content:
      '**Happy:** the tail wags high and loosely, the mouth is open, the ears hang relaxed. <video1>\n\n**Afraid:** the tail is tucked under, the ears are laid back, the body is low. <video2> Leave a frightened dog alone and speak softly.',
    items: {
      video1: file('webm', 'A drawn dog wags its tail high, mouth open', () =>
        encodeFilm({ seconds: 3.2, fps: 15, frame: (t) => dogFrame('happy', t, 'happy') }, 'webm'),
      ),
      video2: file('webm', 'A drawn dog with tucked tail, crouching and trembling', () =>
        encodeFilm(
          { seconds: 3.2, fps: 15, frame: (t) => dogFrame('afraid', t, 'afraid') },
          'webm',
        ),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'A **happy** dog: high wagging tail, open mouth, soft ears <video1>\n\nA **frightened** dog: tail between the legs, ears back, crouching <video2>',
      items: {
        video1: file('mp4', 'A happy dog with a spoken sentence', async () =>
          encodeFilm(
            {
              seconds: 3,
              fps: 15,
              frame: (t) => dogFrame('happy', t, 'I am happy!'),
              width: 480,
              sound: await speech('A high, loose tail says: I am happy.'),
            },
            'mp4',
          ),
        ),
        video2: file('mp4', 'A frightened dog with a tucked tail', () =>
          encodeFilm(
            { seconds: 3, fps: 15, frame: (t) => dogFrame('afraid', t, 'I am afraid'), width: 480 },
            'mp4',
          ),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { video1: 68.2, video2: 67.77 } },
    },
    polyglot: {
      content: 'A wagging tail always means that the dog is angry. <video1>',
      items: {
        video1: file('webm', 'A small, coarse clip of a dog that wags its tail', () =>
          encodeFilm(
            {
              seconds: 2.4,
              fps: 8,
              frame: (t) => dogFrame('happy', t, 'angry'),
              width: 200,
              crf: 60,
            },
            'webm',
          ),
        ),
      },
      scores: { sc: 1, hc: 2, sh: 4, gq: { video1: 31.06 } },
    },
    echo: {
      content: 'Dogs are happy when they run. Cats are different.',
      items: {},
      scores: { sc: 2, hc: 2, sh: 3, gq: {} },
    },
  },
};

/** Pets of the demo. */
export const pets: readonly InstanceSpec[] = [moods];
