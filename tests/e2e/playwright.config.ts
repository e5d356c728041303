import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, CHROMIUM_PATH } from './support/chromium.ts';

// Chromium comes from the system; LOUPE_CHROMIUM names another one. WebGL is SwiftShader's, so that
// the tests see the same picture on any machine.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './support/global-setup.ts',
  outputDir: '../../out/e2e',
  fullyParallel: false,
  workers: 2,
  // a machine that is busy with something else may starve a browser; what passed at the second try is told
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [...CHROMIUM_ARGS, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
    },
  },
});
