import { file, type InstanceSpec } from '../build/spec.ts';
import { reliefMap, terrainCloud } from '../draw/relief.ts';
import { damaged, jpeg } from '../draw/render.ts';
import { writePlyCloud } from '../mesh/write-text.ts';

const relief: InstanceSpec = {
  field: 'natural_science',
  folder: '9_earth_science',
  id: '0120',
  capabilities: ['C1', 'C2', 'C9'],
  input: {
    content:
      'The point cloud <threeD1> is a laser scan of a valley, 4 km × 4 km, heights in metres along y. Draw a shaded relief map with contours every 40 m and mark the three highest tops with their heights. Say where water would collect. The answer must include 1 image.',
    items: {
      threeD1: file('ply', 'Laser scan of hills around a valley', () =>
        writePlyCloud(terrainCloud(9000)),
      ),
    },
  },
  output: {
    content:
      '<image1>\n\nThe tops lie in the north-west, the north-east and the south-east, the last being the highest. Water collects in the hollow between them, where the scan has no points because a lake reflects the laser away.',
    items: {
      image1: file(
        'jpg',
        'Shaded relief map with brown heights, green lowland and blue hollows, contours and three marked tops',
        async () => jpeg(await reliefMap({ title: 'Shaded relief', contour: 40, peaks: true }), 78),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'Relief with 40 m contours and the three tops: <image1> Water gathers in the central hollow, which shows as a gap in the cloud.',
      items: {
        image1: file('jpg', 'Relief map with contours and marked tops, no shading', async () =>
          jpeg(
            await reliefMap({
              title: 'Relief map of the valley',
              contour: 40,
              peaks: true,
              shaded: false,
            }),
            74,
          ),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 4, gq: { image1: 81.96 } },
    },
    polyglot: {
      content:
        'Here is the height map <image1>. Water collects on the tops, because it rains there most.',
      items: {
        image1: file('jpg', 'A small, blurred map of heights without contours', async () =>
          damaged(await reliefMap({ title: '', contour: 0 }), {
            blur: 7,
            hue: 40,
            width: 420,
            quality: 45,
          }),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 3, gq: { image1: 40.15 } },
    },
  },
};

/** Earth science of the demo. */
export const earthScience: readonly InstanceSpec[] = [relief];
