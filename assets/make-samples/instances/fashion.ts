import { file, type InstanceSpec } from '../build/spec.ts';
import { damaged, png } from '../draw/render.ts';
import { AUTUMN_SETT, FOREST_SETT, tartan } from '../draw/tartan.ts';

const cloth: InstanceSpec = {
  field: 'general_area',
  folder: '28_fashion',
  id: '0005',
  capabilities: ['C1', 'C5', 'C6'],
  input: {
    content:
      'Recolour the checked cloth in <image1> for an autumn scarf: browns, orange and moss, with the thin yellow and cream lines kept. The weave and the widths of the stripes must not change. Show the result in <image2>. The answer must include 1 image.',
    items: {
      image1: file('png', 'Checked cloth in green, red and navy', () =>
        png(tartan(FOREST_SETT), 96),
      ),
    },
  },
  output: {
    content:
      'Dark green becomes chestnut, red becomes burnt orange, navy becomes moss; cream and yellow stay as fine lines. <image2>',
    items: {
      image2: file('png', 'The same check in chestnut, orange and moss', () =>
        png(tartan(AUTUMN_SETT), 96),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'The weave is unchanged; only the yarns are exchanged (chestnut, orange, moss). <image2>',
      items: {
        image2: file('png', 'A check in warm brown and orange', () =>
          png(
            tartan(
              AUTUMN_SETT.map(([color, threads]): [string, number] => [
                color === '#6e3b1f' ? '#7d4a26' : color,
                threads,
              ]),
            ),
            96,
            0.8,
          ),
        ),
      },
      scores: { sc: 4, hc: 4, sh: 5, gq: { image2: 58.35 } },
    },
    polyglot: {
      content: 'Here is a scarf in autumn colours: <image2>',
      items: {
        image2: file('jpg', 'A violet check with wider stripes', () =>
          damaged(tartan(FOREST_SETT, 900, 4), { hue: 140, width: 480, quality: 60 }),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 4, gq: { image2: 60.14 } },
    },
    echo: {
      content: 'A nice green scarf <image2>.',
      items: {
        image2: file('jpg', 'A blurred green check', () =>
          damaged(tartan(FOREST_SETT), { blur: 9, width: 380, quality: 45 }),
        ),
      },
      scores: { sc: 1, hc: 2, sh: 2, gq: { image2: 45.88 } },
    },
  },
};

/** Fashion of the demo. */
export const fashion: readonly InstanceSpec[] = [cloth];
