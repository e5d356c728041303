// `npm run check`: format, eslint, tsc, then unit, contract and layer tests; under two minutes.
import { ensureInstalled } from './install.mjs';
import { requireNode } from './process.mjs';
import { runSteps, runVitest, STATIC_STEPS } from './steps.mjs';

await ensureInstalled();
requireNode();
const failedSteps = await runSteps(STATIC_STEPS);
const tests = await runVitest();
process.stdout.write(
  `check: ${failedSteps.length + tests.failed} failed, ${tests.passed} tests passed\n`,
);
process.exit(failedSteps.length + tests.failed === 0 ? 0 : 1);
