// Makes the demo project under assets/samples, and assets/icon.png. Everything is drawn, spoken or computed here; a second
// run gives the same bytes. Needs espeak-ng and ffmpeg on PATH.
//   node assets/make-samples/main.ts [subdomain …]   with names: only those, nothing is removed
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCapabilities, writeDemo } from './build/demo.ts';
import { writeRatings } from './build/ratings.ts';
import { writeResults } from './build/results.ts';
import { put, writeInstances, type Target } from './build/write.ts';
import { renderIcon } from './icon.ts';
import { INSTANCES } from './instances/index.ts';
import { RATINGS } from './instances/ratings.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = process.env['SAMPLES_OUT'] ?? join(here, '../samples');
const only = process.argv.slice(2);

async function main(): Promise<void> {
  const target: Target = { root, written: new Map() };
  const specs = INSTANCES.filter(
    (spec) => only.length === 0 || only.includes(spec.folder.replace(/^\d+_/, '')),
  );
  if (only.length === 0) await rm(root, { recursive: true, force: true });
  await writeInstances(target, specs);
  if (only.length > 0) return report(target);
  await writeResults(target, specs);
  await writeRatings(target, specs, RATINGS);
  await writeCapabilities(target, specs);
  await writeDemo(target);
  await put(target, 'README.md', await readFile(join(here, 'README-samples.md')), 'text');
  await copyAgentRun(target);
  await writeManifest(target);
  await renderIcon(join(here, '../icon.svg'), join(root, '../icon.png'));
  report(target);
}

/** A run of the agent with its trace, made by tests/builders/demo-trace against the test server. */
async function copyAgentRun(target: Target): Promise<void> {
  const from = join(here, 'agent');
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = join('agent', relative(from, path));
    await put(target, name, await readFile(path), 'run of the agent against the test server');
  }
}

async function writeManifest(target: Target): Promise<void> {
  const files = [...target.written]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { how, shows, bytes }]) => ({
      path,
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      made: how,
      ...(shows === undefined ? {} : { shows }),
    }));
  await put(
    target,
    'manifest.json',
    Buffer.from(JSON.stringify({ files }, undefined, 2) + '\n'),
    '',
  );
}

function report(target: Target): void {
  const bytes = [...target.written.values()].reduce((sum, one) => sum + one.bytes.length, 0);
  console.log(`${target.written.size} files, ${(bytes / 1e6).toFixed(2)} MB in "${root}"`);
}

await main();
