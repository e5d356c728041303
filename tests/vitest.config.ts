import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['{shared,electron,renderer,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/e2e/**', 'out/**'],
    environment: 'node',
    pool: 'forks',
    // many tests wait for a process of their own: one worker more than there are cores
    maxWorkers: Math.min(availableParallelism() + 1, 12),
    testTimeout: 30_000,
  },
});
