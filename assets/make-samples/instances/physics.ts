import { file, type InstanceSpec } from '../build/spec.ts';
import { orbitFrame, orbitPoint, orbitScene, sector, sunPoint, type Orbit } from '../draw/orbit.ts';
import { COLOR } from '../draw/palette.ts';
import { png } from '../draw/render.ts';
import { circle, text } from '../draw/svg.ts';
import { encodeFilm } from '../film/encode.ts';

const film: Orbit = { width: 640, height: 400, eccentricity: 0.6, axis: 230 };
const sheet: Orbit = { width: 1200, height: 820, eccentricity: 0.6, axis: 375 };

function exerciseSheet() {
  const labels = [
    ['P', 0],
    ['A', 0.5],
  ] as const;
  const marks = labels.flatMap(([name, phase]) => {
    const [x, y] = orbitPoint(sheet, phase);
    return [
      circle(x, y, 10, { fill: COLOR.blue, stroke: '#fff', strokeWidth: 3 }),
      text(x + (phase === 0 ? 24 : -40), y + 8, name, 26, { fontWeight: 700 }),
    ];
  });
  const [sx, sy] = sunPoint(sheet);
  return orbitScene(
    sheet,
    [
      sector(sheet, -0.06, 0.06, COLOR.sky),
      sector(sheet, 0.44, 0.56, COLOR.leaf),
      ...marks,
      text(sx - 20, sy + 58, 'Sun', 22, { fill: COLOR.soft }),
      text(48, 64, 'A planet on an ellipse with e = 0.6', 30, { fontWeight: 650 }),
      text(48, 100, 'P perihelion, A aphelion; both shaded sectors take the same time', 21, {
        fill: COLOR.soft,
      }),
    ],
    false,
  );
}

const kepler: InstanceSpec = {
  field: 'natural_science',
  folder: '2_physics',
  id: '0042',
  difficulty: 3,
  capabilities: ['C2', 'C3', 'C7'],
  input: {
    content:
      '<image1> shows the orbit of a planet and two sectors that its radius sweeps. Animate one full period so that the change of speed can be seen, and give the ratio of the speeds at P and A. Your answer must include 1 video.',
    items: {
      image1: file('png', 'An ellipse with the sun in one focus and two shaded sectors', () =>
        png(exerciseSheet()),
      ),
    },
  },
  output: {
    content:
      'The radius sweeps equal areas in equal times, so the planet is fastest at P and slowest at A.\n\n<video1>\n\nAngular momentum gives $v_P r_P = v_A r_A$, hence $\\dfrac{v_P}{v_A} = \\dfrac{1+e}{1-e} = \\dfrac{1.6}{0.4} = 4$.',
    items: {
      video1: file(
        'mp4',
        'A planet runs round an ellipse, fast near the sun and slow far from it, with a shaded sector of constant area behind it',
        () => encodeFilm({ seconds: 5, fps: 24, frame: (t) => orbitFrame(film, t / 5) }, 'mp4'),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'By Kepler’s second law the planet moves fastest at perihelion. One period: <video1>\n\nWith $e = 0.6$, $v_P / v_A = (1+e)/(1-e) = 4$.',
      items: {
        video1: file('mp4', 'A planet on an ellipse, faster near the sun', () =>
          encodeFilm(
            { seconds: 4, fps: 20, frame: (t) => orbitFrame(film, t / 4), width: 480, crf: 29 },
            'mp4',
          ),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { video1: 72.51 } },
    },
    polyglot: {
      content:
        'The planet goes round at constant speed <video1>. Since both sectors are equal, the speeds at P and A are equal too and their ratio is 1.',
      items: {
        video1: file(
          'webm',
          'A planet circles an ellipse at an even pace in a small, blocky video',
          () =>
            encodeFilm(
              {
                seconds: 3,
                fps: 12,
                frame: (t) => orbitFrame(film, t / 3, true),
                width: 256,
                crf: 58,
              },
              'webm',
            ),
        ),
      },
      scores: { sc: 1, hc: 3, sh: 4, gq: { video1: 33.9 } },
    },
    echo: {
      content: 'The ratio is 2. <video1>',
      items: {},
      scores: { sc: 1, hc: 2, sh: 2, gq: { video1: null } },
    },
  },
};

/** Physics of the demo. */
export const physics: readonly InstanceSpec[] = [kepler];
