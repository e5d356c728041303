import { file, type InstanceSpec } from '../build/spec.ts';
import { damaged, png } from '../draw/render.ts';
import { COLOR } from '../draw/palette.ts';
import { APEX_M, FLIGHT_S, RANGE_M, SERVE, serveDiagram, serveFrame } from '../draw/volley.ts';
import { encodeFilm } from '../film/encode.ts';

const serve: InstanceSpec = {
  field: 'general_area',
  folder: '21_sports',
  id: '0027',
  difficulty: 3,
  capabilities: ['C1', 'C2', 'C3', 'C7'],
  input: {
    content: `The clip <video1> shows a volleyball serve from the end line, hit at ${SERVE.hitHeight} m with ${SERVE.speed} m/s at ${SERVE.angleDegrees}° upwards; the net is 2.43 m high. Draw the flight with its apex, its height over the net and the point of landing, and say whether the serve is in. The answer must include 1 image.`,
    items: {
      video1: file('mp4', 'A player serves a volleyball over the net', () =>
        encodeFilm({ seconds: 2, fps: 25, frame: (t) => serveFrame(t * 0.62) }, 'mp4'),
      ),
    },
  },
  output: {
    content: `<image1>\n\nWithout drag the ball rises to ${APEX_M.toFixed(2)} m, passes the net at 9 m and lands after ${FLIGHT_S.toFixed(2)} s at ${RANGE_M.toFixed(1)} m, inside the court of 18 m: the serve is in.`,
    items: {
      image1: file(
        'png',
        'Side view of a court with a dotted parabola, apex, height over the net and landing point',
        () => png(serveDiagram('Flight of the serve')),
      ),
    },
  },
  answers: {
    aria: {
      content: `The flight in numbers: apex ${APEX_M.toFixed(1)} m, landing at about ${Math.round(RANGE_M)} m → **in**.\n\n<image1>\n\nThe moment over the net, from the clip: <image2>`,
      items: {
        image1: file('png', 'Diagram of the serve with a green path', () =>
          png(serveDiagram('Serve, seen from the side', false, COLOR.green), 96, 0.8),
        ),
        image2: file('png', 'The ball above the net, a frame of the clip', () =>
          png(serveFrame(0.53), 64),
        ),
      },
      scores: { sc: 5, hc: 4, sh: 4, gq: { image1: 73.6, image2: 70.4 } },
    },
    polyglot: {
      content: 'The ball flies straight down to the end line <image1>, so it is out. <image2>',
      items: {
        image1: file('jpg', 'A straight line from the player to the end line', () =>
          damaged(serveDiagram('', true), { blur: 1.5, width: 700 }),
        ),
        image2: file('jpg', 'A blurred frame of the clip', () =>
          damaged(serveFrame(0.4), { blur: 5, quality: 50 }),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 3, gq: { image1: 57.9, image2: 44.15 } },
    },
  },
};

/** Sports of the demo. */
export const sports: readonly InstanceSpec[] = [serve];
