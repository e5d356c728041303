import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron as electron, expect, test } from '@playwright/test';
import { WelcomePage } from './pages/welcome-page.ts';
import { InstancesPage } from './pages/instances-page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packageDir = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const hasBinary = existsSync(join(packageDir, 'path.txt')) && existsSync(join(packageDir, 'dist'));
const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined;

test.skip(
  !hasBinary,
  'Electron’s binary is not on this machine; it is downloaded at the first start',
);
test.skip(!hasDisplay, 'There is no display for a window');

test('the desktop window opens the demo in a sandboxed page', async () => {
  const app = await electron.launch({
    args: [root, `--user-data-dir=${mkdtempSync(join(tmpdir(), 'loupe-desktop-'))}`],
    env: { ...process.env, LOUPE_DATA_DIR: mkdtempSync(join(tmpdir(), 'loupe-data-')) },
  });
  const page = await app.firstWindow();

  await new WelcomePage(page).openDemo();

  expect(await new InstancesPage(page).total()).toBeGreaterThanOrEqual(24);
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
  await app.close();
});
