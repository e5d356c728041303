import type { Api } from '../../../shared/api/client.ts';
import type { SliceDimension } from '../../../shared/model/comparison.ts';
import { timeEach, type Figure } from '../figures.ts';
import { MODELS } from './make-project.ts';

const PAIR = { a: 'Alpha', b: 'Beta' };
const DIMENSIONS: SliceDimension[] = [
  'field',
  'difficulty',
  'inputModality',
  'outputModality',
  'length',
];

/** Two models, and all eight, against each other; each twice, the slower counts. */
export async function measureComparisons(api: Api): Promise<Figure[]> {
  const slower = async (run: () => Promise<unknown>) => Math.max(...(await timeEach([0, 1], run)));
  const slices = (depth: number) =>
    slower(() =>
      api.call('compare.slices', { ...PAIR, metric: 'SQCS', depth, dimensions: DIMENSIONS }),
    );
  const models = [...MODELS];
  return [
    {
      name: 'Paired comparison of two models, ten metrics, with tests',
      value: await slower(() => api.call('compare.pair', PAIR)),
      unit: 'ms',
      bar: 1_000,
    },
    {
      name: 'Points of the scatter and the largest gaps',
      value: await slower(() => api.call('compare.points', { ...PAIR, metric: 'SQCS' })),
      unit: 'ms',
      bar: 500,
    },
    { name: 'Slices, two dimensions crossed', value: await slices(2), unit: 'ms', bar: 1_500 },
    { name: 'Slices, four dimensions crossed', value: await slices(4), unit: 'ms', bar: 5_000 },
    {
      name: 'Flips between judge and quality',
      value: await slower(() => api.call('compare.flips', PAIR)),
      unit: 'ms',
      bar: 500,
    },
    {
      name: 'Heat map, model × subdomain',
      value: await slower(() => api.call('analysis.heat', { by: 'subdomain', metric: 'SQCS' })),
      unit: 'ms',
      bar: 200,
    },
    {
      name: 'Matrix of eight models by one metric, every pair tested',
      value: await slower(() => api.call('compare.matrix', { models, metrics: ['SQCS'] })),
      unit: 'ms',
      bar: 3_000,
    },
  ];
}
