import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNoWindow } from './electron.mjs';
import { needsInstall } from './install.mjs';
import { findNode, isNewEnough, tooOldMessage } from './node-version.mjs';
import { playwrightCounts, vitestCounts } from './steps.mjs';

describe('the version of Node.js', () => {
  test.each([
    ['24.0.0', true],
    ['26.1.0', true],
    ['22.20.0', false],
    ['18.0.0', false],
  ])('%s is new enough: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });

  test('that is too old is named, with what to do', () => {
    expect(tooOldMessage('20.1.0')).toBe(
      'UniM Loupe needs Node.js 24 or newer, but this is 20.1.0. Run "npm ci" (it brings a fitting ' +
        'one along on most systems) or install Node.js 24.',
    );
  });

  test('is found, since this test runs on one', () => {
    expect(findNode()).toBe(process.execPath);
  });
});

describe('dependencies', () => {
  let dir: string;
  const write = (name: string, packages: object) => {
    const file = join(dir, name);
    writeFileSync(file, JSON.stringify({ packages }));
    return file;
  };
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-windows': { version: '1.0.0', optional: true },
  };
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'install-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  test('are installed when there are none', () => {
    expect(needsInstall(write('lock.json', wanted), join(dir, 'none.json'))).toBe(true);
  });

  test('are installed when one has another version', () => {
    const installed = write('have.json', { 'node_modules/a': { version: '0.9.0' } });

    expect(needsInstall(write('lock.json', wanted), installed)).toBe(true);
  });

  test('are left alone when only those for other systems are absent', () => {
    const installed = write('have.json', { 'node_modules/a': { version: '1.0.0' } });

    expect(needsInstall(write('lock.json', wanted), installed)).toBe(false);
  });
});

describe('a window', () => {
  test.each([
    ['linux', {}, 0, 'there is no display'],
    ['linux', { DISPLAY: ':0' }, 0, 'Electron does not run as root'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, undefined],
    ['darwin', {}, 501, undefined],
    ['darwin', { CI: 'true' }, 501, 'this is a CI machine'],
  ] as const)('on %s with %j as user %i: %s', (platform, env, uid, expected) => {
    expect(whyNoWindow(platform, env, uid)).toBe(expected);
  });
});

describe('the sum of the tests', () => {
  test('counts a test file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };

    expect(vitestCounts(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  test('counts a retried test of the browser as passed, and errors outside of tests as failed', () => {
    const report = {
      stats: { expected: 7, flaky: 1, unexpected: 2, skipped: 3 },
      errors: [{ message: 'no server' }],
    };

    expect(playwrightCounts(report)).toEqual({ passed: 8, failed: 3, skipped: 3, flaky: 1 });
  });

  test('counts a runner that wrote no report as one failure', () => {
    expect(vitestCounts(undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightCounts(undefined)).toEqual({ passed: 0, failed: 1, skipped: 0, flaky: 0 });
  });
});
