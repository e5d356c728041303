import { file, type InstanceSpec } from '../build/spec.ts';
import { mullerLyer } from '../draw/illusion.ts';
import { COLOR } from '../draw/palette.ts';
import { damaged, png } from '../draw/render.ts';

const illusion: InstanceSpec = {
  field: 'social_science',
  folder: '14_psychology',
  id: '0036',
  capabilities: ['C1', 'C5', 'C7'],
  input: {
    content:
      'Most people judge the lower line in <image1> to be longer. Make two versions of the figure: one that proves with guide lines that both shafts are equal, and one control figure without fins. Explain the effect in one or two sentences. The answer must include 2 images.',
    items: {
      image1: file('png', 'The Müller-Lyer illusion', () =>
        png(mullerLyer({ title: 'Which line is longer?' }), 24),
      ),
    },
  },
  output: {
    content:
      'Guide lines at both ends show that the shafts agree: <image2> Without fins the effect is gone: <image3> Fins that point outwards make a line look longer, probably because the eye takes the whole figure, or a far corner of a room, for its length (Müller-Lyer illusion).',
    items: {
      image2: file(
        'png',
        'The figure with two red guide lines through the ends of both shafts',
        () => png(mullerLyer({ title: 'Both shafts are equal', proof: true }), 32),
      ),
      image3: file('png', 'Two plain horizontal lines of the same length', () =>
        png(mullerLyer({ title: 'Control without fins', fins: false }), 24),
      ),
    },
  },
  answers: {
    aria: {
      content:
        '**Proof:** <image2>\n\n**Control:** <image3>\n\nThis is the Müller-Lyer illusion: the fins are taken into the judged extent, so outward fins lengthen and inward fins shorten it.',
      items: {
        image2: file('png', 'The figure in blue with guide lines', () =>
          png(mullerLyer({ title: 'Proof', proof: true, color: COLOR.blue }), 32),
        ),
        image3: file('png', 'Two blue lines of equal length', () =>
          png(mullerLyer({ title: 'Control', fins: false, color: COLOR.blue }), 24),
        ),
      },
      scores: { sc: 5, hc: 4, sh: 4, gq: { image2: 69.31, image3: 66.05 } },
    },
    polyglot: {
      content: 'The lower line really is longer by a fifth, as the measurement shows: <image2>',
      items: {
        image2: file('png', 'The figure with the lower shaft drawn longer', () =>
          png(mullerLyer({ title: 'Measured', stretch: 0.2, color: COLOR.plum }), 24),
        ),
      },
      scores: { sc: 1, hc: 2, sh: 4, gq: { image2: 68.8 } },
    },
    echo: {
      content: 'I see two arrows. The second arrow is longer.',
      items: {
        image2: file('jpg', 'A noisy picture of two arrows', () =>
          damaged(mullerLyer({ title: '', stretch: 0.3 }), {
            noise: 34,
            blur: 2,
            hue: 300,
            saturation: 2.4,
            width: 540,
            quality: 42,
          }),
        ),
      },
      scores: { sc: 1, hc: 2, sh: 1, gq: { image2: 33.19 } },
    },
  },
};

/** Psychology of the demo. */
export const psychology: readonly InstanceSpec[] = [illusion];
