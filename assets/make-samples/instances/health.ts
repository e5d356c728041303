import { file, value, type InstanceSpec } from '../build/spec.ts';
import { boxBreathing } from '../draw/breathing.ts';
import { COLOR } from '../draw/palette.ts';
import { damaged, png } from '../draw/render.ts';
import { breathingLeaflet } from '../paper/leaflet.ts';
import { encodeSound } from '../sound/encode.ts';
import { speech } from '../sound/speech.ts';

const round =
  'Breathe in. Two. Three. Four. Hold. Two. Three. Four. Breathe out. Two. Three. Four. Hold. Two. Three. Four.';

const breathing: InstanceSpec = {
  field: 'general_area',
  folder: '29_health',
  id: '0211',
  difficulty: 1,
  capabilities: ['C1', 'C3', 'C4', 'C8'],
  input: {
    content:
      'Make the exercise of the leaflet <document1> usable without reading: record one round as spoken guidance in a calm tempo and draw it as a picture for the wall. Mention who should leave out the holding. The answer must include 1 audio and 1 image.',
    items: {
      document1: file('pdf', 'Leaflet on box breathing, two pages', () => breathingLeaflet()),
    },
  },
  output: {
    content:
      'One round takes sixteen seconds: <audio1>\n\nPeople with asthma, heart trouble or in pregnancy breathe on without holding and ask their doctor first.',
    items: {
      audio1: file('mp3', 'A calm voice counts one round of box breathing', async () =>
        encodeSound(await speech(round, { voice: 'en-us+f3', speed: 150, pitch: 40 }), 'mp3'),
      ),
      image1: file(
        'png',
        'A square with four arrows: breathe in, hold, breathe out, hold, four seconds each',
        () => png(boxBreathing(4), 48),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'Guidance for one round: <audio1>\n\nFor the wall: <image1>\n\nWith asthma, heart trouble or in pregnancy: no holding, and ask a doctor.',
      items: {
        audio1: file('mp3', 'A voice counts one round slowly', async () =>
          encodeSound(await speech(round, { voice: 'en-gb', speed: 140, pitch: 45 }), 'mp3'),
        ),
        image1: file('png', 'A blue square with four arrows', () =>
          png(boxBreathing(4, COLOR.blue, 'Breathe in a square'), 48),
        ),
      },
      scores: { sc: 4, hc: 5, sh: 4, gq: { audio1: 67.3, image1: 71.9 } },
    },
    polyglot: {
      content:
        'Hold your breath for ten seconds on every side; everybody can do this safely. <image1>',
      items: {
        image1: file('jpg', 'A square with ten seconds a side, pale', () =>
          damaged(boxBreathing(10, COLOR.orange, 'Breathing'), {
            saturation: 0.5,
            brightness: 1.08,
            width: 520,
            quality: 55,
          }),
        ),
        audio1: value('Breathe in, hold, breathe out, hold.', 'A transcript in place of a file'),
      },
      scores: { sc: 2, hc: 3, sh: 3, gq: { image1: 64.4, audio1: null } },
    },
  },
};

/** Health of the demo. */
export const health: readonly InstanceSpec[] = [breathing];
