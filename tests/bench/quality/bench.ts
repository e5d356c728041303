import type { Bench } from '../figures.ts';
import { BARS, measureGoldens, sumGroups } from './measure.ts';

const ROUNDS = 12;

/** Speed of the quality scores; file by file with `node tests/bench/quality/main.ts`. */
export const bench: Bench = {
  title: 'Generation quality against the official code, one thread, warm, decoding included',
  async run() {
    return sumGroups(await measureGoldens(ROUNDS)).map(
      ({ group, files, cpuMs, officialMs, ratio }) => ({
        name: `${group}: CPU of ${files} golden files`,
        value: cpuMs,
        unit: 'ms' as const,
        bar: Math.floor(officialMs / BARS[group].bar),
        note: `${ratio.toFixed(1)} × as fast; bar ${BARS[group].bar} ×, aim ${BARS[group].aim} ×`,
      }),
    );
  },
};
