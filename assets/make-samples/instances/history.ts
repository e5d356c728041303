import { file, value, type InstanceSpec } from '../build/spec.ts';
import { historicalMap } from '../draw/map.ts';
import { ROUTE } from '../draw/map-scenery.ts';
import { COLOR } from '../draw/palette.ts';
import { damaged, jpeg } from '../draw/render.ts';
import { encodeSound } from '../sound/encode.ts';
import { speech } from '../sound/speech.ts';

const narration =
  'From Saltmouth the salt was carried up the river Orrin to Reedford, rested at the abbey, crossed Kettle Pass, and reached Ironhill, where it was traded for iron.';

const saltRoad: InstanceSpec = {
  field: 'social_science',
  folder: '16_history',
  id: '0160',
  difficulty: 3,
  capabilities: ['C1', 'C2', 'C3', 'C5'],
  input: {
    content:
      'The map <image1> shows a coast in 1741. Salt was traded from Saltmouth to Ironhill along the river and over Kettle Pass. Draw this road into the map with its stations numbered in order, and add a short narration for a museum. The answer must include 1 image and 1 audio.',
    items: {
      image1: file(
        'jpg',
        'An engraved map of an invented coast with a river, hills and six towns',
        () => jpeg(historicalMap({ title: 'The Vale of Orrin' }), 76),
      ),
    },
  },
  output: {
    content:
      'The road has five stations: <image2>\n\nThe museum’s visitors hear <audio1> while they follow the numbers on <image2>.',
    items: {
      image2: file(
        'jpg',
        'The map with a dashed red road and five numbered stations from Saltmouth to Ironhill',
        () => jpeg(historicalMap({ title: 'The Salt Road of Orrin', route: ROUTE }), 76),
      ),
      audio1: file('mp3', 'Narration: ' + narration, async () =>
        encodeSound(await speech(narration, { voice: 'en-gb', speed: 140, pitch: 35 }), 'mp3'),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'Stations: 1 Saltmouth, 2 Reedford, 3 Abbey Orrin, 4 Kettle Pass, 5 Ironhill. <image2>\n\n<audio1>',
      items: {
        image2: file('jpg', 'The map on lighter paper with a blue numbered road', () =>
          jpeg(
            historicalMap({
              title: 'Salt Road, 1741',
              route: ROUTE,
              paper: '#f7f1e3',
              sea: '#c9dbe6',
              routeColor: COLOR.blue,
            }),
            62,
            0.7,
          ),
        ),
        audio1: file('ogg', 'Narration of the five stations', async () =>
          encodeSound(
            await speech(
              'Salt left Saltmouth by the river, passed Reedford and the abbey, and went over Kettle Pass to Ironhill.',
              { voice: 'en-us+f3', speed: 150 },
            ),
            'ogg',
          ),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 4, gq: { image2: 70.9, audio1: 66.84 } },
    },
    polyglot: {
      content:
        'The salt road runs from Saltmouth to Long Weir by sea <image2>. The narration is on the server: <audio1>',
      items: {
        image2: file('jpg', 'A small, yellowed map with a road that misses the pass', () =>
          damaged(
            historicalMap({
              title: '',
              route: [
                [420, 900],
                [700, 1000],
                [940, 960],
                [1180, 860],
              ],
            }),
            { blur: 2, width: 640, saturation: 1.8, hue: 20, quality: 45 },
          ),
        ),
        audio1: value(
          'https://media.polyglot-mix.example/out/aud_0160_01.mp3',
          'An address on a host that does not exist',
        ),
      },
      scores: { sc: 2, hc: 2, sh: 3, gq: { image2: 48.6, audio1: null } },
    },
    echo: {
      content: 'Salt is white. <image2> <image4>',
      items: {
        image2: value('../../../../../../outside/img_0160_02.png', 'A path that leaves the folder'),
        image4: file('jpg', 'A brown mosaic', () =>
          damaged(historicalMap({ title: '' }), { mosaic: 26, hue: 330, width: 480, quality: 40 }),
        ),
      },
      scores: { sc: 1, hc: 1, sh: 2, gq: { image2: null, image4: 27.13 } },
    },
  },
};

/** History of the demo. */
export const history: readonly InstanceSpec[] = [saltRoad];
