import { file, value, type InstanceSpec } from '../build/spec.ts';
import { fourierChart } from '../draw/fourier.ts';
import { COLOR } from '../draw/palette.ts';
import { damaged, png } from '../draw/render.ts';

const python = `\`\`\`python
import numpy as np


def square_wave_sum(x: np.ndarray, terms: int) -> np.ndarray:
    """Partial sum of the Fourier series of a square wave of height 1."""
    k = 2 * np.arange(terms) + 1
    return 4 / np.pi * (np.sin(np.outer(x, k)) / k).sum(axis=1)


x = np.linspace(0, 4 * np.pi, 1200)
for terms in (1, 3, 9):
    peak = square_wave_sum(x, terms).max()
    print(f"{terms:2d} terms: peak {peak:.3f}")
\`\`\``;

const fourier: InstanceSpec = {
  field: 'natural_science',
  folder: '1_math',
  id: '0012',
  capabilities: ['C4', 'C7', 'C9'],
  input: {
    content:
      'Expand the odd square wave of height 1 and period $2\\pi$ into a Fourier series. Plot the partial sums with 1, 3 and 9 terms over two periods, give the Python function that computes them, and explain the overshoot beside the jumps. Your answer must include 1 image and 1 code.',
    items: {},
  },
  output: {
    content:
      'The coefficients of the even harmonics vanish, and\n\n$$f(x) = \\frac{4}{\\pi} \\sum_{k=0}^{\\infty} \\frac{\\sin((2k+1)x)}{2k+1}.$$\n\n<image1>\n\nThe partial sums are computed by <code1>. Beside each jump they overshoot by about 9 % of the jump; more terms move the overshoot towards the jump but do not make it smaller (the Gibbs phenomenon).',
    items: {
      image1: file(
        'png',
        'Square wave in grey with its partial sums of 1, 3 and 9 terms, which overshoot beside the jumps',
        () => png(fourierChart([1, 3, 9])),
      ),
      code1: value(python, 'A Python function that sums the odd harmonics of a square wave'),
    },
  },
  answers: {
    aria: {
      content:
        'Only odd harmonics remain: $f(x) = \\frac{4}{\\pi}\\left(\\sin x + \\tfrac13 \\sin 3x + \\tfrac15 \\sin 5x + \\dots\\right)$.\n\n<image1>\n\n<code1>\n\nThe overshoot of roughly 9 % of the jump is the **Gibbs phenomenon**; it narrows with more terms but keeps its height.',
      items: {
        image1: file('png', 'Partial sums of a square wave in green and plum', () =>
          png(fourierChart([1, 3, 9], [COLOR.leaf, COLOR.teal, COLOR.plum])),
        ),
        code1: value(
          '```python\nfrom math import pi, sin\n\ndef partial_sum(x, terms):\n    return 4 / pi * sum(sin(n * x) / n for n in range(1, 2 * terms, 2))\n```',
          'A short Python function for the partial sums',
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { image1: 75.2, code1: 88 } },
    },
    polyglot: {
      content:
        'The series uses all harmonics: $\\sum \\sin(kx)/k$. It is drawn in <image1>. The code is <code1> and a sound of the wave is <audio1>. With enough terms the overshoot disappears.',
      items: {
        image1: file('png', 'Sawtooth-like curves that do not fit the square wave', () =>
          png(fourierChart([2, 5], [COLOR.gold, COLOR.orange], true), 20),
        ),
        code1: value(
          'python\\ndef f(x, n):\\n    s = 0\\n    for k in range(1, n):\\n        s = s + sin(k*x)/k\\n    return s',
          'A function that sums all harmonics',
        ),
      },
      scores: { sc: 2, hc: 3, sh: 3, gq: { image1: 70.63, code1: 44, audio1: null } },
    },
    echo: {
      content:
        'A Fourier series is a sum of sines. <image1> The code is f(x) = sin(x) <how many terms you want>.',
      items: {
        image1: file('jpg', 'A mosaic of coloured blocks that hints at waves', () =>
          damaged(fourierChart([1]), {
            blur: 2,
            mosaic: 9,
            noise: 20,
            hue: 120,
            saturation: 3,
            width: 520,
            quality: 50,
          }),
        ),
      },
      scores: { sc: 2, hc: null, sh: null, gq: { image1: 34.6 } },
    },
  },
};

/** Mathematics of the demo. */
export const math: readonly InstanceSpec[] = [fourier];
