import type { Api } from '../../../shared/api/client.ts';
import type { MethodInput } from '../../../shared/api/contract.ts';
import type { InstanceFilter, InstanceSort } from '../../../shared/model/filter.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import { percentile95, timeEach, type Figure } from '../figures.ts';
import { openBenchEngine } from './bench-engine.ts';
import { pick } from './pick.ts';
import { SUBDOMAINS } from './subdomains.ts';
import { MODELS } from './synthetic.ts';
import { makeVocabulary } from './words.ts';

type PageInput = MethodInput<'instances.page'>;
const QUERIES = 200;

/** Pages, facets, positions, searches and single instances, as the app asks for them. */
export async function measureQueries(dir: string): Promise<Figure[]> {
  const { api, close } = openBenchEngine(dir);
  await api.call('project.open', { dir });
  const load = await timeEach([pageOf({}, BY_KEY)], (input) => api.call('instances.page', input));
  const random = createRandom(42);
  const pages = Array.from({ length: QUERIES }, () => pageOf(anyFilter(random), anySort(random)));
  const searches = searchTexts(random).map((search) => pageOf({ search }, BY_KEY));
  const keys = await someKeys(api, random);
  const figures = [
    {
      name: 'First page of a project just opened',
      value: load[0] ?? Number.NaN,
      unit: 'ms' as const,
    },
    p95(
      'Page: any facets and a sort, 100 rows',
      50,
      await timeEach(pages, (input) => api.call('instances.page', input)),
    ),
    p95(
      'Facet counts of the same',
      50,
      await timeEach(pages, ({ filter, models }) =>
        api.call('instances.facets', { filter, models }),
      ),
    ),
    p95(
      'Search, 100 rows',
      30,
      await timeEach(searches, (input) => api.call('instances.page', input)),
    ),
    p95(
      'One instance with everything, four models',
      10,
      await timeEach(keys, (key) => api.call('instances.get', { key, models: [...MODELS] })),
    ),
  ];
  await close();
  return figures;
}

function p95(name: string, bar: number, samples: readonly number[]): Figure {
  return {
    name: `${name}, p95 of ${samples.length}`,
    value: percentile95(samples),
    unit: 'ms',
    bar,
  };
}

const BY_KEY: InstanceSort = { by: 'key', descending: false };

function pageOf(filter: InstanceFilter, sort: InstanceSort): PageInput {
  return { filter, sort, models: [...MODELS], offset: 0, limit: 100 };
}

const MODALITIES = ['image', 'audio', 'video', 'document', 'threeD'];

function anyFilter(random: () => number): InstanceFilter {
  const some = <T>(share: number, value: T): T | undefined =>
    random() < share ? value : undefined;
  const facets = {
    field: some(0.4, [pick(random, SUBDOMAINS).field]),
    subdomain: some(0.3, [pick(random, SUBDOMAINS).name, pick(random, SUBDOMAINS).name]),
    difficulty: some(0.3, [pick(random, ['1', '2', '3', 'unknown'])]),
    inputModality: some(0.3, [pick(random, MODALITIES)]),
    outputModality: some(0.3, [pick(random, MODALITIES), pick(random, MODALITIES)]),
  };
  const chosen = Object.entries(facets).filter(([, values]) => values !== undefined);
  return { facets: Object.fromEntries(chosen) };
}

function anySort(random: () => number): InstanceSort {
  const descending = random() < 0.5;
  const [modelA, modelB] = [pick(random, MODELS), pick(random, MODELS)];
  const metric = pick(random, ['StS', 'LeS']);
  return pick<InstanceSort>(random, [
    { by: 'key', descending },
    { by: 'difficulty', descending },
    { by: 'combination', descending },
    { by: 'score', metric, model: modelA, descending },
    { by: 'delta', metric, modelA, modelB, descending },
  ]);
}

/** What people type: one word, rare or frequent, several, the beginning of one, phrases, columns, Chinese. */
function searchTexts(random: () => number): string[] {
  const vocabulary = makeVocabulary();
  const frequent = () => pick(random, vocabulary.slice(0, 80));
  const medium = () => pick(random, vocabulary.slice(80, 3_000));
  const rare = () => pick(random, vocabulary.slice(3_000));
  const shapes: (() => string)[] = [
    () => `${frequent()} `,
    () => `${medium()} `,
    () => rare(),
    () => medium().slice(0, 2),
    () => medium().slice(0, 3),
    () => medium().slice(0, 4),
    () => frequent().slice(0, 3),
    () => `${frequent()} ${frequent()}`,
    () => `${medium()} ${medium()}`,
    () => `${frequent()} ${medium()} ${rare()}`,
    () => `"${medium()} ${frequent()}"`,
    () => `"${frequent()} ${frequent()}"`,
    () => `task:${medium()}`,
    () => `responses:${frequent()} ${medium()}`,
    () => `reference:"${frequent()} ${medium()}"`,
    () => `${medium()} -${frequent()}`,
    () => pick(random, ['化学', '图片', '城市建筑', '能量变化 音乐', '"分子结构"']),
  ];
  return shapes.flatMap((shape) => Array.from({ length: 12 }, shape));
}

async function someKeys(api: Api, random: () => number): Promise<string[]> {
  const { rows, total } = await api.call('instances.page', pageOf({}, BY_KEY));
  const keys = rows.map(({ key }) => key);
  while (keys.length < QUERIES) {
    const offset = Math.floor(random() * (total - 1));
    const page = await api.call('instances.page', { ...pageOf({}, BY_KEY), offset, limit: 1 });
    keys.push(...page.rows.map(({ key }) => key));
  }
  return keys;
}
