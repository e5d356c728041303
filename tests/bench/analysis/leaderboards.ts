import { GroupBy } from '../../../shared/model/report.ts';
import type { BenchEngine } from '../engine/bench-engine.ts';
import type { Figure } from '../figures.ts';

/** Leaderboards of every grouping: when the first figures are there, when every interval is. */
export async function measureLeaderboards({ api }: BenchEngine): Promise<Figure[]> {
  const figures: Figure[] = [];
  const groupings = [undefined, ...GroupBy.options];
  // columns, threads and their copy of the figures are made with the first question
  const start = performance.now();
  await api.call('analysis.dataset', {});
  figures.push({
    name: 'First question after opening',
    value: performance.now() - start,
    unit: 'ms',
  });
  for (const groupBy of groupings) {
    const begin = performance.now();
    const cpu = process.cpuUsage();
    const held = watchMainThread();
    const first = await api.call('analysis.leaderboard', groupBy === undefined ? {} : { groupBy });
    const firstMs = performance.now() - begin;
    const { rows } = await api.call('report.rows', groupBy === undefined ? {} : { groupBy });
    const wholeMs = performance.now() - begin;
    const groups = first.leaderboard.groups.length;
    const name = `Leaderboard by ${groupBy ?? 'nothing'}, ${groups} groups`;
    const resampled = rows.filter(({ method }) => method === 'bootstrap').length / 2;
    figures.push(
      { name: `${name}: first figures`, value: firstMs, unit: 'ms', bar: 500 },
      {
        name: `${name}: every interval`,
        value: wholeMs / 1000,
        unit: 's',
        bar: 5,
        note: `${resampled} of ${rows.length / 2} by 10,000 resamples; ${(process.cpuUsage(cpu).user / 1e6).toFixed(1)} s of CPU, all threads`,
      },
      { name: `${name}: longest stop of the main thread`, value: held(), unit: 'ms', bar: 100 },
    );
  }
  return figures;
}

/** @returns the longest time that the event loop did not come round */
function watchMainThread(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - EVERY_MS);
    last = performance.now();
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

const EVERY_MS = 5;
