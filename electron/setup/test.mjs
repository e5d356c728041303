// `npm test`: everything that can be tested on this machine, set-up included. Its last line alone is
// the sum: "N passed, N failed", with ", N skipped" behind it when something was.
import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot } from './paths.mjs';
import { requireNode } from './process.mjs';
import { runPlaywright, runSteps, runVitest, STATIC_STEPS } from './steps.mjs';

const E2E = 'tests/e2e/playwright.config.ts';

async function endToEnd() {
  const none = { passed: 0, failed: 0, skipped: 0, flaky: 0 };
  if (!existsSync(inRoot(E2E))) return none;
  const chromium = await ensureChromium();
  if (chromium === undefined) {
    process.stdout.write(
      'The tests in a browser are skipped: no Chromium was found on this machine.\n',
    );
    return none;
  }
  return runPlaywright(E2E, chromium);
}

await ensureInstalled();
requireNode();
const failedSteps = await runSteps(STATIC_STEPS);
const unit = await runVitest();
await build({ desktop: true });
const browser = await endToEnd();

const passed = unit.passed + browser.passed;
// a failed check is no test, but a sum that says "0 failed" beside it would be a lie
const failed = unit.failed + browser.failed + failedSteps.length;
const skipped = unit.skipped + browser.skipped;
if (browser.flaky > 0)
  process.stdout.write(`Passed only at the second try: ${browser.flaky} tests in the browser\n`);
if (failedSteps.length > 0) process.stdout.write(`Failed checks: ${failedSteps.join(', ')}\n`);
const tail = skipped > 0 ? `, ${skipped} skipped` : '';
process.stdout.write(`\n${passed} passed, ${failed} failed${tail}\n`);
process.exit(failed === 0 ? 0 : 1);
