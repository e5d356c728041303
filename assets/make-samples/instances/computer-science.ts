import { file, value, type InstanceSpec } from '../build/spec.ts';
import { insertionSteps, sortFrame } from '../draw/sorting.ts';
import { encodeFilm } from '../film/encode.ts';
import { encodeSound } from '../sound/encode.ts';
import { speech } from '../sound/speech.ts';

const START = [7, 3, 9, 1, 6, 11, 4, 8];
const python = `def insertion_sort(items):
    for i in range(1, len(items)):
        j = i
        while j > 0 and items[j - 1] > items[j]:
            items[j - 1], items[j] = items[j], items[j - 1]
            j -= 1
    return items


print(insertion_sort([${START.join(', ')}]))`;

const steps = insertionSteps(START);
const stepAt = (index: number, perStep: number) =>
  Math.min(steps.length - 1, Math.floor(index / perStep));
const frameOf =
  (perStep: number, dark = false) =>
  (_t: number, index: number) => {
    const at = stepAt(index, perStep);
    return sortFrame(steps[at] ?? { values: START, sortedUpTo: 0, moving: -1 }, at, dark);
  };

const sorting: InstanceSpec = {
  field: 'natural_science',
  folder: '5_computer_science',
  id: '0088',
  difficulty: 2,
  capabilities: ['C3', 'C4', 'C7'],
  input: {
    content:
      'Show step by step what <code1> does with its list: a short animation with one bar a value, the sorted part coloured. Add a spoken explanation in one or two sentences and state the number of swaps. The answer must include 1 video and 1 audio.',
    items: { code1: value(python, 'Insertion sort in Python') },
  },
  output: {
    content:
      'Each new value sinks to the left until its neighbour is not larger: <video1> The narration says why the left part is always in order: <audio1> For this list there are 12 swaps, one for every pair that stands in the wrong order.',
    items: {
      video1: file(
        'webm',
        'Bars of eight values; one by one the orange bar moves left into the teal, sorted part',
        () => encodeFilm({ seconds: steps.length / 4, fps: 12, frame: frameOf(3) }, 'webm'),
      ),
      audio1: file(
        'mp3',
        'Spoken: the part to the left is always sorted; each new value moves left until it fits',
        async () =>
          encodeSound(
            await speech(
              'The part on the left is always sorted. Each new value moves left, one swap at a time, until its neighbour is not larger.',
            ),
            'mp3',
          ),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'Insertion sort keeps the left part sorted and swaps each new value into place; this list takes **12 swaps**.\n\n<video1>',
      items: {
        video1: file('mp4', 'Dark animation of bars being sorted, with step numbers', () =>
          encodeFilm(
            { seconds: steps.length / 4, fps: 12, frame: frameOf(3, true), width: 480 },
            'mp4',
          ),
        ),
      },
      scores: { sc: 4, hc: 4, sh: 4, gq: { video1: 74.84 } },
    },
    polyglot: {
      content:
        'The code is bubble sort: it compares neighbours over the whole list in every round. <video1> It makes 28 swaps. <audio1>',
      items: {
        video1: file('mp4', 'The video cannot be opened', async () => {
          const whole = await encodeFilm(
            { seconds: 4, fps: 10, frame: frameOf(2), width: 320, indexAtEnd: true },
            'mp4',
          );
          return whole.subarray(0, Math.floor(whole.length * 0.55));
        }),
        audio1: file('wav', 'A hurried voice says that bubble sort compares neighbours', async () =>
          encodeSound(
            await speech('Bubble sort compares neighbours.', {
              voice: 'en-us',
              speed: 240,
              noise: 0.04,
            }),
            'wav',
          ),
        ),
      },
      scores: { sc: 2, hc: 2, sh: 3, gq: { video1: null, audio1: 47.75 } },
    },
  },
};

/** Computer science of the demo. */
export const computerScience: readonly InstanceSpec[] = [sorting];
