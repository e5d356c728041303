// `npm run soak [-- MINUTES]`: one engine behind the loopback host does what a long day does to it —
// imports again, pages, searches, media that the page gives up half way — and must not grow.
import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { METHOD_NAMES } from '../../shared/api/contract.ts';
import { KEYS } from '../contract/dataset.ts';
import { LINKS } from '../contract/links.ts';
import { createWorld, importAll, type World } from '../contract/world.ts';

const WARM_UP_ROUNDS = 20;
const MOST_GROWTH_MB = 10;
const MOST_MORE_FILES = 8;
const minutes = Number(process.argv[2] ?? 5);

interface Usage {
  /** What is still in use after garbage was collected. */
  readonly memoryMb: number;
  /** Open files, pipes and sockets; 0 where the system does not tell. */
  readonly files: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void; // what the flag puts there

function measure(): Usage {
  collectGarbage();
  const files = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
  const { heapUsed, external } = process.memoryUsage();
  return { memoryMb: (heapUsed + external) / 2 ** 20, files };
}

async function giveUpHalfWay(world: World, url: string): Promise<void> {
  const response = await world.link.fetchMedia(url);
  await response.body?.cancel();
}

async function round(world: World, number: number): Promise<void> {
  const { api } = world;
  const base = { filter: { search: 'pendulum' }, models: ['Alpha', 'Beta'] };
  const sort = { by: 'key', descending: number % 2 === 0 } as const;
  await api.call('instances.page', { ...base, sort, offset: 0, limit: 50 });
  await api.call('instances.facets', base);
  for (const key of Object.values(KEYS)) {
    const { instance } = await api.call('instances.get', { key, models: base.models });
    for (const { media } of [...instance.task.items, ...instance.reference.items]) {
      if (media.kind !== 'file') continue;
      await api.call('media.facts', { mediaId: media.ref.id });
      await giveUpHalfWay(world, api.mediaUrl(media.ref.id));
    }
  }
  if (number % 10 === 0) await importAll(api, world);
  if (number % 25 === 0) await world.reopen();
}

const world = await createWorld(LINKS['HTTP over a socket']);
const endsAt = Date.now() + minutes * 60_000;
let rounds = 0;
let before = measure();
let reportAt = 0;
while (Date.now() < endsAt || rounds <= WARM_UP_ROUNDS) {
  await round(world, ++rounds);
  if (rounds === WARM_UP_ROUNDS) before = measure();
  if (Date.now() < reportAt) continue;
  reportAt = Date.now() + 30_000;
  const { memoryMb, files } = measure();
  console.log(`${rounds} rounds, ${memoryMb.toFixed(0)} MB, ${files} open files`);
}
const after = measure();
await world.close();

const grownMb = after.memoryMb - before.memoryMb;
const moreFiles = after.files - before.files;
const isSteady = grownMb <= MOST_GROWTH_MB && moreFiles <= MOST_MORE_FILES;
console.log(
  `${rounds} rounds of a contract with ${METHOD_NAMES.length} methods: ` +
    `${grownMb.toFixed(0)} MB more (at most ${MOST_GROWTH_MB}), ` +
    `${moreFiles} more open files (at most ${MOST_MORE_FILES}): ${isSteady ? 'steady' : 'GROWS'}`,
);
process.exitCode = isSteady ? 0 : 1;
