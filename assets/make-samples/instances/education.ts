import { file, type InstanceSpec } from '../build/spec.ts';
import { fractionFrame } from '../draw/fractions.ts';
import { encodeFilm } from '../film/encode.ts';
import { writeDocx } from '../paper/docx.ts';
import { speech } from '../sound/speech.ts';

const worksheet = `# Worksheet: equal fractions

*After the video. Time: 15 minutes.*

## 1. Look and write

Three of four pieces are coloured. Each piece is cut in two:

$$\\frac{3}{4} = \\frac{3 \\cdot 2}{4 \\cdot 2} = \\frac{6}{8}$$

## 2. Fill in the missing number

| given | expanded by | result |
| :---: | :---: | :---: |
| 1/2 | 3 | 3/▢ |
| 2/3 | 4 | ▢/12 |
| 3/5 | ▢ | 9/15 |

## 3. Think

- [ ] Why does the amount stay the same?
- [ ] Find two fractions equal to 5/6.

<details><summary>Solutions</summary>

6 · 8 · 3 — the whole is cut into more, but smaller pieces.

</details>
`;

const lesson: InstanceSpec = {
  field: 'social_science',
  folder: '15_education',
  id: '0077',
  difficulty: 1,
  capabilities: ['C1', 'C3', 'C4', 'C10'],
  input: {
    content:
      'From the short lesson <video1> make a worksheet for ten-year-olds: one worked example, one table with gaps, and one question to think about, with solutions at the end. The answer must include 1 document.',
    items: {
      video1: file('mp4', 'A spoken lesson: three quarters equal six eighths', async () =>
        encodeFilm(
          {
            seconds: 6.5,
            fps: 15,
            frame: (t) => fractionFrame(t),
            sound: await speech(
              'Three of four pieces are coloured. Now every piece is cut in two. Six of eight pieces: the same amount.',
            ),
          },
          'mp4',
        ),
      ),
    },
  },
  output: {
    content:
      'The worksheet takes up the picture of the video and goes from looking to filling in to explaining: <document1>',
    items: {
      document1: file(
        'md',
        'A worksheet on equal fractions with an example, a table with gaps, a question and solutions',
        () => Buffer.from(worksheet),
      ),
    },
  },
  answers: {
    aria: {
      content: 'A worksheet in three steps, solutions on the last lines: <document1>',
      items: {
        document1: file(
          'docx',
          'A Word worksheet with an example, a table with gaps and solutions',
          () =>
            writeDocx([
              { kind: 'title', text: 'Equal fractions' },
              { kind: 'heading', text: 'Example' },
              {
                kind: 'paragraph',
                text: '3/4 = **6/8**: every piece is cut in two, the amount stays.',
              },
              { kind: 'heading', text: 'Fill in' },
              {
                kind: 'table',
                rows: [
                  ['given', 'expanded by', 'result'],
                  ['1/2', '5', '5/…'],
                  ['2/3', '2', '…/6'],
                  ['4/5', '…', '12/15'],
                ],
              },
              { kind: 'heading', text: 'Think' },
              { kind: 'item', text: 'Is 3/4 more than 5/8? How do you see it in the picture?' },
              { kind: 'heading', text: 'Solutions' },
              { kind: 'paragraph', text: '10 · 4 · 3; 3/4 = 6/8, so it is more.' },
            ]),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { document1: 87 } },
    },
    polyglot: {
      content: 'Worksheet: <document1>. In the video three quarters become six quarters.',
      items: {
        document1: file('md', 'Three bare exercises with a mistake', () =>
          Buffer.from('# Fractions\n\n3/4 = 6/4\n\n1. 1/2 = ?\n2. 2/3 = ?\n'),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 3, gq: { document1: 35 } },
    },
  },
};

/** Education of the demo. */
export const education: readonly InstanceSpec[] = [lesson];
