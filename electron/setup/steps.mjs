// The checks as a list of steps; `npm run check` and `npm test` run the same ones.
import { availableParallelism } from 'node:os';
import { readFileSync, rmSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runNode, tool } from './process.mjs';

const TSC = 'typescript/bin/tsc';
/** Checks that run no test; each is `[name, arguments for Node.js]`. */
export const STATIC_STEPS = [
  [
    'eslint',
    tool(
      'eslint/bin/eslint.js',
      '--max-warnings=0',
      '--cache',
      '--cache-location',
      'out/.eslintcache',
      '.',
    ),
  ],
  [
    'format',
    tool(
      'prettier/bin/prettier.cjs',
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-location=out/.prettiercache',
      '.',
    ),
  ],
  ...['shared', 'electron', 'renderer', 'tests'].map((project) => [
    `tsc ${project}`,
    tool(TSC, '-p', project),
  ]),
];

/** Runs steps side by side, as many as there are cores; resolves to the names of those that failed. */
export async function runSteps(steps) {
  const failed = [];
  const waiting = [...steps];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const [name, args] = step;
      const { code, output } = await runNode(args, { quiet: true });
      process.stdout.write(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${name}\n${code === 0 ? '' : output}`,
      );
      if (code !== 0) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
  return failed;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the runner ended before it could write one; counted as a failure by callers
  }
}

/** Figures of a vitest JSON report; a file that could not be loaded counts as one failure. */
export function vitestCounts(report) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Figures of a Playwright JSON report; errors outside of tests count as failures. */
export function playwrightCounts(report) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, flaky: 0 };
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped, flaky };
}

async function runReported(args, reportFile, env, count) {
  const report = inRoot(reportFile);
  rmSync(report, { force: true });
  const { code } = await runNode(args, { env });
  const counts = count(readReport(report));
  // a runner that fails without a failed test (e.g. an unhandled error) is a failure all the same
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {readonly string[]} [filters]  only test files whose path contains one of these */
export function runVitest(filters = []) {
  const report = 'out/reports/vitest.json';
  const args = [
    'run',
    '-c',
    inRoot('tests', 'vitest.config.ts'),
    '--reporter=dot',
    '--reporter=json',
  ];
  return runReported(
    tool('vitest/vitest.mjs', ...args, `--outputFile.json=${inRoot(report)}`, ...filters),
    report,
    {},
    vitestCounts,
  );
}

/** @param {string} config  @param {string} chromium  path of the browser to test in */
export function runPlaywright(config, chromium) {
  const report = 'out/reports/playwright.json';
  return runReported(
    tool('@playwright/test/cli.js', 'test', '-c', inRoot(config), '--reporter=line,json'),
    report,
    { PLAYWRIGHT_JSON_OUTPUT_NAME: inRoot(report), LOUPE_CHROMIUM: chromium },
    playwrightCounts,
  );
}
