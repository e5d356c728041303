import { addAnnotationEvent } from '../../../electron/engine/db/annotations.ts';
import { openWritable } from '../../../electron/engine/db/open.ts';
import { projectFile } from '../../../electron/engine/project/layout.ts';
import type { Mark } from '../../../shared/model/annotation.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import { SHIPPED_TAXONOMY } from '../../../shared/model/taxonomy.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import { percentile95, timeEach, type Figure } from '../figures.ts';
import { openBenchEngine } from './bench-engine.ts';
import { pick } from './pick.ts';

const ANNOTATIONS = 20_000;
const SAMPLES = 100;
const AT = '2026-01-01T00:00:00.000Z';
const WHOLE: Mark = { kind: 'whole' };

/** What 20,000 annotations cost, and how long one takes from the call until it is kept. */
export async function measureAnnotations(dir: string): Promise<Figure[]> {
  const random = createRandom(7);
  const { api, close } = openBenchEngine(dir);
  await api.call('project.open', { dir });
  const sort = { by: 'key', descending: false } as const;
  const page = { filter: {}, sort, models: [], offset: 0, limit: 500 };
  const keys = (await api.call('instances.page', { ...page, offset: 3000 })).rows.map(
    ({ key }) => key,
  );
  const facets = (filter: InstanceFilter) => api.call('instances.facets', { filter, models: [] });
  const filters = Array.from({ length: SAMPLES }, (_, at): InstanceFilter => ({
    facets: { outputModality: ['image'], difficulty: [String((at % 3) + 1)] },
  }));
  const plain = filters.map(({ facets: own = {} }) => ({ facets: own }));
  const before = percentile95(await timeEach(plain, facets));
  addMany(dir, random);
  await close();

  const again = openBenchEngine(dir);
  await again.api.call('project.open', { dir });
  await again.api.call('instances.page', page);
  const saves = await timeEach(
    Array.from({ length: SAMPLES }, (_, at) => ({
      key: pick(random, keys),
      kind: at % 2 === 0 ? ('flag' as const) : ('note' as const),
      text: at % 2 === 0 ? undefined : `A note of some words, number ${at}.`,
    })),
    ({ key, kind, text }) =>
      again.api.call('annotations.save', {
        key,
        side: 'instance',
        kind,
        mark: WHOLE,
        ...(text === undefined ? {} : { text }),
      }),
  );
  // each after a change, as when one goes back to the table
  const fresh = await timeEach(plain.slice(0, 30), async (filter) => {
    await again.api.call('annotations.undo', {});
    await again.api.call('instances.facets', { filter, models: [] });
  });
  const asked = await timeEach(
    Array.from({ length: SAMPLES }, () => ({ tag: [pick(random, SHIPPED_TAXONOMY).id] })),
    (tag) => again.api.call('instances.facets', { filter: { facets: tag }, models: [] }),
  );
  const after = percentile95(
    await timeEach(plain, (filter) => again.api.call('instances.facets', { filter, models: [] })),
  );
  await again.close();
  const ms = (name: string, value: number, bar?: number): Figure => ({
    name,
    value,
    unit: 'ms',
    ...(bar === undefined ? {} : { bar }),
  });
  return [
    ms('Annotation kept, flag or note, p95 of 100', percentile95(saves), 50),
    ms('Facet counts without annotations, p95', before),
    ms('Facet counts with 20,000 of them, p95', after, 50),
    ms('Facet counts of one tag, p95', percentile95(asked), 50),
    ms('Undo, and the first facet counts behind it, p95', percentile95(fresh), 150),
  ];
}

function addMany(dir: string, random: () => number): void {
  const db = openWritable(projectFile(dir));
  const keys = db.prepare<[], string>('SELECT key FROM instances ORDER BY id').pluck().all();
  const said = {
    side: 'instance',
    mark: WHOLE,
    author: '',
    hash: '',
    createdAt: AT,
    at: AT,
  } as const;
  db.transaction(() => {
    for (let count = 0; count < ANNOTATIONS; count++) {
      const own = { ...said, annotationId: `bench-${count}`, key: pick(random, keys) };
      const tag = pick(random, SHIPPED_TAXONOMY).id;
      const kind = (['flag', 'note', 'tag', 'tag'] as const)[count % 4] ?? 'tag';
      addAnnotationEvent(db, {
        ...own,
        kind,
        ...(kind === 'tag' ? { tag } : {}),
        ...(kind === 'note' ? { text: 'Said by the bench.' } : {}),
        isRemoved: false,
      });
    }
  })();
  db.close();
}
