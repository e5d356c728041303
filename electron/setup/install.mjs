// Installs dependencies when they are missing or not those of the lockfile, compared by content, so
// that a fresh checkout of the same lockfile installs nothing twice.
import { existsSync, readFileSync } from 'node:fs';
import { findNode } from './node-version.mjs';
import { inRoot } from './paths.mjs';
import { run, stop } from './process.mjs';

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** True when a package that the lockfile wants is absent or of another version. */
export function needsInstall(
  lockfile = inRoot('package-lock.json'),
  installed = inRoot('node_modules', '.package-lock.json'),
) {
  if (!existsSync(installed)) return true;
  const have = packagesOf(installed);
  return Object.entries(packagesOf(lockfile)).some(
    ([name, wanted]) => name !== '' && !wanted.optional && have[name]?.version !== wanted.version,
  );
}

/** Makes sure that node_modules is complete; ends the process in words when it cannot. */
export async function ensureInstalled() {
  if (!needsInstall() && findNode() !== undefined) return;
  process.stderr.write('Installing dependencies (npm ci) …\n');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = npm
    ? await run(process.env.npm_node_execpath ?? process.execPath, [npm, ...args])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (code !== 0) {
    stop(
      'Cannot install the dependencies: "npm ci" failed, see above. Check the network and retry.',
    );
  }
}
