import type { InstanceFilter, InstanceSort, ScoreRange } from '../../../shared/model/filter.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import type { BenchEngine } from '../engine/bench-engine.ts';
import { pick } from '../engine/pick.ts';
import { SUBDOMAINS } from '../engine/subdomains.ts';
import { percentile95, timeEach, type Figure } from '../figures.ts';
import { MODELS } from './make-project.ts';

const CHANGES = 120;

/** Facet counts, first page, histograms and modes, asked together after each change of a filter. */
export async function measureFilters({ api }: BenchEngine): Promise<Figure[]> {
  const models = [...MODELS];
  const changed = async ({ filter, sort }: Change) => {
    const page = { filter, sort, models, offset: 0, limit: 100 };
    await Promise.all([
      api.call('instances.facets', { filter, models }),
      api.call('instances.page', page),
      api.call('instances.histograms', { filter, models }),
    ]);
  };
  const [first = 0] = await timeEach([{ filter: {}, sort: BY_KEY }], changed);
  const [states = 0] = await timeEach([{}], (filter) =>
    api.call('instances.modes', { filter, models }),
  );
  const random = createRandom(11);
  const changes = walk(random);
  const sets = changes.map(({ filter }) => filter);
  const modes = await timeEach(sets, (filter) => api.call('instances.modes', { filter, models }));
  // the lists of the few last filters are kept: what comes must be others
  const further = walk(random);
  const cpu: number[] = [];
  const wall = await timeEach(further, async (change) => {
    const before = process.cpuUsage();
    await changed(change);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  });
  return [
    { name: 'First table of a project just opened, with histograms', value: first, unit: 'ms' },
    { name: 'Counts of all modes, for the first time', value: states, unit: 'ms' },
    {
      name: `Facets, first page and all histograms after a change, p95 of ${CHANGES}`,
      value: percentile95(wall),
      unit: 'ms',
      bar: 120,
      note: `${percentile95(cpu).toFixed(0)} ms of CPU, all threads`,
    },
    {
      name: `Counts of all modes after a change, p95 of ${CHANGES}`,
      value: percentile95(modes),
      unit: 'ms',
      bar: 120,
    },
  ];
}

interface Change {
  readonly filter: InstanceFilter;
  readonly sort: InstanceSort;
}

const BY_KEY: InstanceSort = { by: 'key', descending: false };
const METRICS = ['StS', 'LeS', 'SC', 'GQ', 'HC', 'SH', 'SQCS', 'ICS'];

/** What somebody does to a filter, one thing after another, and from time to time from the start. */
function walk(random: () => number): Change[] {
  let filter: InstanceFilter = {};
  return Array.from({ length: CHANGES }, () => {
    filter = random() < 0.15 ? {} : { ...filter, ...anyChange(random, filter) };
    return { filter, sort: random() < 0.5 ? BY_KEY : anySort(random) };
  });
}

function anyChange(random: () => number, filter: InstanceFilter): InstanceFilter {
  const kind = pick(random, ['facet', 'facet', 'range', 'range', 'delta', 'mode', 'expression']);
  const [a, b] = ['Alpha', 'Beta'];
  const metric = pick(random, METRICS);
  const min = Math.floor(random() * 10) / 20;
  switch (kind) {
    case 'facet':
      return { facets: { ...filter.facets, ...anyFacet(random) } };
    case 'range':
      return {
        ranges: brushed(filter, { metric, model: pick(random, MODELS), min, max: min + 0.4 }),
      };
    case 'delta':
      return { ranges: brushed(filter, { metric, model: a, modelB: b, min: -0.55, max: 0.15 }) };
    case 'mode':
      return { mode: pick(random, ['aWorse', 'different', 'unscored', 'judgeQualityFlip']) };
    default:
      return {
        expression: pick(random, [
          `delta("${metric}", "A", "B") < -0.1 and not flagged`,
          `${metric}("Gamma") >= 0.4 or ${metric} is unscored`,
          `field = "${pick(random, SUBDOMAINS).field}" and (output has audio or SC < 0.5)`,
          'length(task) > 300 and difficulty >= 2 and mode = aWorse',
        ]),
      };
  }
}

/** One range a figure, the last four. */
function brushed({ ranges = [] }: InstanceFilter, range: ScoreRange): ScoreRange[] {
  return [...ranges, range].slice(-4);
}

function anyFacet(random: () => number): NonNullable<InstanceFilter['facets']> {
  return pick(random, [
    { field: [pick(random, SUBDOMAINS).field] },
    { subdomain: [pick(random, SUBDOMAINS).name, pick(random, SUBDOMAINS).name] },
    { difficulty: [pick(random, ['1', '2', '3', 'unknown'])] },
    { outputModality: ['image'] },
    { capability: ['C1', 'C4'] },
    { scoreState: ['complete', 'partial'] },
  ]);
}

function anySort(random: () => number): InstanceSort {
  const metric = pick(random, METRICS);
  const descending = random() < 0.5;
  return random() < 0.5
    ? { by: 'score', metric, model: pick(random, MODELS), descending }
    : { by: 'delta', metric, modelA: 'Alpha', modelB: 'Beta', descending };
}
