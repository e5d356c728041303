import { file, value, type InstanceSpec } from '../build/spec.ts';
import { COLOR } from '../draw/palette.ts';
import { damaged, png } from '../draw/render.ts';
import { townMap } from '../draw/town-map.ts';
import { encodeSound } from '../sound/encode.ts';
import { speech } from '../sound/speech.ts';

const guide =
  'Welcome at the Corn Gate. Walk up Weavers Row to the Clock House, cross the river to the Lime Garden, and follow the water down to the Old Quay. Allow fifty minutes.';

const walk: InstanceSpec = {
  field: 'general_area',
  folder: '27_tourism',
  id: '0130',
  difficulty: 1,
  capabilities: ['C2', 'C4', 'C10'],
  input: {
    content:
      'Plan a walk of at most an hour through an old town with five stops: Corn Gate, Weavers’ Row, Clock House, Lime Garden, Old Quay. Draw the walk on a simple map with numbered stops and record a short audio guide. The answer must include 1 image and 1 audio.',
    items: {},
  },
  output: {
    content:
      '<image1>\n\n<audio1>\n\nThe walk is 1.6 km long and level; it crosses the river once, between stops 3 and 4.',
    items: {
      image1: file('png', 'Map of an old town with a dotted red walk and five numbered stops', () =>
        png(townMap({ title: 'Five stops in fifty minutes' })),
      ),
      audio1: file('ogg', 'Audio guide: ' + guide, async () =>
        encodeSound(await speech(guide, { voice: 'en-gb', speed: 150, pitch: 52 }), 'ogg'),
      ),
    },
  },
  answers: {
    aria: {
      content: 'A level walk of about 1.6 kilometres.\n\n<image1>\n\nGuide: <audio1>',
      items: {
        image1: file('png', 'Walking map with a blue dotted line and five stops', () =>
          png(townMap({ title: 'Old town walk', color: COLOR.blue }), 96, 0.8),
        ),
        audio1: file('m4a', 'A friendly voice names the five stops in order', async () =>
          encodeSound(
            await speech(
              'Start at the Corn Gate, go up Weavers Row to the Clock House, over the bridge to the Lime Garden, and end at the Old Quay.',
            ),
            'm4a',
          ),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 4, gq: { image1: 77.1, audio1: 70.02 } },
    },
    polyglot: {
      content: 'Start at the quay <image1> and visit four places. Audio: <audio1>',
      items: {
        image1: file('png', 'Walking map with the stops in a zigzag order', () =>
          png(townMap({ title: 'Tour', color: COLOR.plum, order: [4, 1, 3, 0] }), 48, 0.55),
        ),
        audio1: value('audio/aud_0130_01.ogg', 'A file that was never written'),
      },
      scores: { sc: 3, hc: 3, sh: 4, gq: { image1: 72.6, audio1: null } },
    },
    echo: {
      content: 'Go to the town. <image7> Then go home. <audio3>Listen to the bells.</audio3>',
      items: {
        image7: file('jpg', 'A coarse mosaic of a town map', () =>
          damaged(townMap({ title: '' }), { mosaic: 16, hue: 60, width: 480, quality: 45 }),
        ),
        audio3: file('mp3', 'A robotic voice counts to three', async () =>
          encodeSound(
            await speech('Bell. Bell. Bell.', { voice: 'en-us', speed: 90, pitch: 5, noise: 0.06 }),
            'mp3',
          ),
        ),
      },
      scores: { sc: 1, hc: 1, sh: 2, gq: { image7: 30.6, audio3: 33.44 } },
    },
  },
};

/** Tourism of the demo. */
export const tourism: readonly InstanceSpec[] = [walk];
