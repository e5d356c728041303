import { file, type InstanceSpec } from '../build/spec.ts';
import { COMPLEMENT, EVENING, poster } from '../draw/poster.ts';
import { damaged, jpeg, png } from '../draw/render.ts';

const recolour: InstanceSpec = {
  field: 'social_science',
  folder: '17_art',
  id: '0200',
  difficulty: 2,
  capabilities: ['C1', 'C5', 'C6', 'C8'],
  input: {
    content:
      'Recolour the poster <image1> in the complementary palette: turn every hue by half the colour circle, keep lightness, shapes and layering. Then describe in two sentences how the mood changes. The answer must include 1 image.',
    items: {
      image1: file('png', 'A poster of hills at dusk in violet and orange', () =>
        png(poster(EVENING), 160),
      ),
    },
  },
  output: {
    content:
      '<image2>\n\nThe glowing evening becomes a cool, clear morning: blue light stands where the orange was, and the violet hills turn to fresh green. What felt like an ending now feels like the beginning of a day.',
    items: {
      image2: file('png', 'The same hills in blue and green with a pale blue sun', () =>
        png(poster(COMPLEMENT), 160),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'With each hue turned by 180° the warm dusk becomes a cool morning. <image2> Calm replaces melancholy; the blue sky opens the picture, while the green hills bring it nearer.',
      items: {
        image2: file('jpg', 'The poster in blue-green tones', () =>
          jpeg(poster({ ...COMPLEMENT, sky: ['#3e5236', '#5cc0b0', '#8cc4f2'] }), 80),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { image2: 73.4 } },
    },
    polyglot: {
      content: 'I made the poster black and white, which is the complement of colour. <image2>',
      items: {
        image2: file('jpg', 'The poster in grey', () =>
          damaged(poster(EVENING), { saturation: 0, width: 540, quality: 70 }),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 4, gq: { image2: 62.77 } },
    },
    echo: {
      content: 'The picture is sad and red. <image2> <image3> <image4>',
      items: {
        image2: file('jpg', 'An oversaturated red poster', () =>
          damaged(poster(EVENING), {
            saturation: 2.8,
            hue: 330,
            noise: 14,
            width: 420,
            quality: 40,
          }),
        ),
        image3: file('jpg', 'A very dark poster', () =>
          damaged(poster(EVENING), { brightness: 0.45, blur: 6, width: 360, quality: 40 }),
        ),
        image4: file('jpg', 'A mosaic of the poster', () =>
          damaged(poster(EVENING), { mosaic: 18, width: 360, quality: 50 }),
        ),
      },
      scores: { sc: 1, hc: 2, sh: 2, gq: { image2: 35.5, image3: 30.04, image4: 25.98 } },
    },
  },
};

/** Art of the demo. */
export const art: readonly InstanceSpec[] = [recolour];
