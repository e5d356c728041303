import { file, type InstanceSpec } from '../build/spec.ts';
import { LIGHT, photosynthesisChart, shadeLeaf, sunLeaf } from '../draw/photosynthesis.ts';
import { damaged, png } from '../draw/render.ts';
import { songSpectrogram } from '../draw/spectrogram.ts';
import { birdSong, FALLING, TWO_NOTE } from '../sound/bird.ts';
import { encodeSound } from '../sound/encode.ts';
import { writeXlsx } from '../paper/xlsx.ts';

const csv = (rows: readonly (readonly (string | number)[])[]) =>
  Buffer.from(rows.map((row) => row.join(',')).join('\n') + '\n');
const header = ['photon_flux', 'sun_leaf', 'shade_leaf'];

const lightResponse: InstanceSpec = {
  field: 'natural_science',
  folder: '4_biology',
  id: '0114',
  difficulty: 1,
  capabilities: ['C1', 'C9'],
  input: {
    content:
      'Read all measured points off the two curves of <image1> and return them as a table with one row a light level, as a CSV document. Then say at which light level the shade leaf is already better than the sun leaf. Your answer must include 1 document.',
    items: {
      image1: file('png', 'Light response curves of a sun leaf and a shade leaf of beech', () =>
        png(photosynthesisChart()),
      ),
    },
  },
  output: {
    content:
      '<document1>\n\nThe shade leaf respires less and saturates early, so it takes up more CO₂ than the sun leaf up to about 100 µmol m⁻² s⁻¹; from 200 on the sun leaf leads.',
    items: {
      document1: file(
        'csv',
        'A table of photon flux with the net CO2 uptake of sun leaf and shade leaf at eight light levels from 0 to 1600',
        () => csv([header, ...LIGHT.map((x) => [x, sunLeaf(x), shadeLeaf(x)])]),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'The eight points of each curve: <document1> Up to about 100 µmol m⁻² s⁻¹ the shade leaf is ahead, because it respires less (−0.6 against −2.1) and saturates early.',
      items: {
        document1: file(
          'xlsx',
          'A worksheet with the eight light levels and both uptake rates, rounded to halves',
          () =>
            writeXlsx([
              {
                name: 'light response',
                header: ['photon flux', 'sun leaf', 'shade leaf'],
                rows: LIGHT.map((x) => [
                  x,
                  Math.round(sunLeaf(x) * 2) / 2,
                  Math.round(shadeLeaf(x) * 2) / 2,
                ]),
              },
            ]),
        ),
      },
      scores: { sc: 4, hc: 5, sh: 5, gq: { document1: 84 } },
    },
    polyglot: {
      content:
        'I read these values from the figure: <document1>. The sun leaf is better at every light level, since its curve lies higher.',
      items: {
        document1: file('csv', 'A table with three light levels only', () =>
          csv([header, [0, 0, 0], [800, 15, 8], [1600, 18, 8]]),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 4, gq: { document1: 41 } },
    },
    echo: {
      content:
        'The plant makes oxygen from light. With more light there is more photosynthesis, and then it is constant.',
      items: {},
      scores: { sc: 1, hc: 2, sh: 3, gq: {} },
    },
  },
};

const seconds = 2.6;
const night = { seconds, dark: '#16223b', ink: '#f4c95d' };

const birds: InstanceSpec = {
  field: 'natural_science',
  folder: '4_biology',
  id: '0207',
  difficulty: 2,
  capabilities: ['C1', 'C3', 'C9'],
  input: {
    content:
      'Two recordings from the same hedge: <audio1> and <audio2>. Draw a labelled spectrogram of each song and describe in one sentence how the songs differ in rhythm and pitch. The answer must include 2 images.',
    items: {
      audio1: file('wav', 'A bird sings two alternating notes', () =>
        encodeSound(birdSong(TWO_NOTE), 'wav'),
      ),
      audio2: file('wav', 'A bird sings a falling series with a flourish', () =>
        encodeSound(birdSong(FALLING), 'wav'),
      ),
    },
  },
  output: {
    content:
      'The first song repeats two steady notes, a short one near 5 kHz and a longer one near 3.5 kHz: <image1>\n\nThe second speeds up through nine falling strokes from 6.4 to 2.8 kHz and ends in a rising and falling flourish: <image2>\n\nSo the first is even in rhythm and pitch, while the second accelerates and descends.',
    items: {
      image1: file(
        'png',
        'Spectrogram with eight level strokes alternating between 5 and 3.5 kHz',
        () => png(songSpectrogram(TWO_NOTE, { ...night, title: 'Song 1: two alternating notes' })),
      ),
      image2: file(
        'png',
        'Spectrogram with nine falling strokes followed by a rising and a falling flourish',
        () =>
          png(
            songSpectrogram(FALLING, {
              ...night,
              title: 'Song 2: a falling series with a flourish',
              notes: [{ at: 1.93, kHz: 6.5, label: 'flourish' }],
            }),
          ),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'Song 1 alternates between two steady notes at 5.1 and 3.4 kHz in an even rhythm.\n\n<image1>\n\nSong 2 falls from about 6.4 kHz, gets faster, and closes with a flourish.\n\n<image2>',
      items: {
        image1: file('png', 'A green spectrogram with eight strokes on two levels', () =>
          png(
            songSpectrogram(TWO_NOTE, {
              title: 'Two-note song',
              seconds,
              dark: '#10281f',
              ink: '#a5e3a0',
            }),
          ),
        ),
        image2: file(
          'png',
          'A green spectrogram of falling strokes with a flourish at the end',
          () =>
            png(
              songSpectrogram(FALLING, {
                title: 'Descending song',
                seconds,
                dark: '#10281f',
                ink: '#a5e3a0',
              }),
            ),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { image1: 80.11, image2: 79.64 } },
    },
    polyglot: {
      content:
        'Both recordings have the same falling pattern, only at a different speed. The spectrogram is in <image1>.',
      items: {
        image1: file('jpg', 'A blurred spectrogram of falling strokes without labels', () =>
          damaged(songSpectrogram(FALLING, { ...night, title: '' }), { blur: 4, width: 700 }),
        ),
      },
      scores: { sc: 2, hc: 2, sh: 4, gq: { image1: 49.33 } },
    },
    echo: {
      content:
        'Here is the picture of bird one <image1> and of bird one again <image1>, and bird two <image2>.',
      items: {
        image1: file('jpg', 'Noise with faint strokes', () =>
          damaged(songSpectrogram(TWO_NOTE, { ...night, title: '' }), {
            noise: 46,
            mosaic: 14,
            width: 480,
            quality: 45,
          }),
        ),
      },
      scores: { sc: 1, hc: 1, sh: 2, gq: { image1: 29.8, image2: null } },
    },
  },
};

/** Biology of the demo. */
export const biology: readonly InstanceSpec[] = [lightResponse, birds];
