// Where a host that runs from a checkout finds its files. The packed desktop app asks Electron instead.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built renderer. */
export const PAGES_DIR = join(root, 'out', 'renderer');
/** The demo's files. */
export const SAMPLES_DIR = join(root, 'assets', 'samples');

/** The version in package.json. */
export function readVersion(): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version; // our own file
}

/**
 * Folder for what belongs to no project. `LOUPE_DATA_DIR` overrides it, so that tests and a second
 * copy of Loupe leave a person's list of recent projects alone.
 */
export function dataDir(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (env.LOUPE_DATA_DIR) return resolve(env.LOUPE_DATA_DIR);
  const name = 'UniM Loupe';
  if (platform === 'win32') return join(env.APPDATA ?? homedir(), name);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'unim-loupe');
}
