// Chromium for the tests in a browser: the system's own, or installed where that is possible.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function findOnPath(names, search = process.env.PATH ?? '') {
  const folders = search.split(path.delimiter);
  return names
    .flatMap((name) => folders.map((dir) => path.join(dir, name)))
    .find((f) => existsSync(f));
}

/** Path of a Chromium, installed by apt when this is root on Debian; undefined when there is none. */
export async function ensureChromium() {
  const given = process.env.LOUPE_CHROMIUM;
  if (given && existsSync(given)) return given;
  const found = findOnPath(NAMES);
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || findOnPath(['apt-get']) === undefined) return undefined;
  process.stderr.write('Installing Chromium (apt-get) …\n');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { quiet: true, env });
  await run('apt-get', ['install', '-y', '-qq', 'chromium'], { quiet: true, env });
  return findOnPath(NAMES);
}
