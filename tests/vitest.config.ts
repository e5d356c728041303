import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Rooms that take values and give values: their tests leave nothing behind in a process. */
const VALUES = [
  '{shared,renderer}/**/*.test.{ts,tsx}',
  'electron/engine/{judges,load,media,metrics,modalities}/**/*.test.ts',
];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    environment: 'node',
    pool: 'forks',
    // many tests wait for a process of their own: one worker more than there are cores
    maxWorkers: Math.min(availableParallelism() + 1, 12),
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'state',
          include: ['{electron,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'tests/e2e/**', 'out/**', ...VALUES],
        },
      },
      {
        extends: true,
        test: { name: 'values', include: VALUES, exclude: ['**/node_modules/**'], isolate: false },
      },
    ],
  },
});
