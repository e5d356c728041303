// Runs as a process of its own, so that its memory is that of the engine: node tests/bench/analysis/main.ts
// prints the figures as JSON.
import { openBenchEngine } from '../engine/bench-engine.ts';
import type { Figure } from '../figures.ts';
import { watchMemory } from '../watch-memory.ts';
import { measureComparisons } from './comparisons.ts';
import { measureFilters } from './filters.ts';
import { measureLeaderboards } from './leaderboards.ts';

const [dir = ''] = process.argv.slice(2);
const peak = watchMemory();
const engine = openBenchEngine(dir);
await engine.api.call('project.open', { dir });
const figures: Figure[] = [
  ...(await measureLeaderboards(engine)),
  ...(await measureComparisons(engine.api)),
  ...(await measureFilters(engine)),
];
figures.push({ name: 'Peak memory of the engine', value: peak(), unit: 'MB', bar: 600 });
await engine.close();
process.stdout.write(JSON.stringify(figures));
