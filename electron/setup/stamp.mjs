// A stamp says from which sources an output was built: a hash over their names and contents, because
// file times say nothing after a checkout.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

function addToHash(hash, file) {
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addToHash(hash, path.join(file, name));
  } else if (!/\.test\.tsx?$/.test(file)) {
    hash.update(path.relative(inRoot(), file)).update('\0').update(readFileSync(file)).update('\0');
  }
}

/** @param {readonly string[]} sources  files or folders, relative to the project */
export function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) addToHash(hash, inRoot(source));
  return hash.digest('hex');
}

const stampFile = (output) => path.join(inRoot(output), '.stamp');

export function isFresh(output, sources) {
  const file = stampFile(output);
  return existsSync(file) && readFileSync(file, 'utf8') === hashOf(sources);
}

export function writeStamp(output, sources) {
  mkdirSync(inRoot(output), { recursive: true });
  writeFileSync(stampFile(output), hashOf(sources));
}
