// Builds what is out of date: the renderer, and with `--desktop` also Electron's main and preload.
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';
import { runNode, stop, tool } from './process.mjs';
import { isFresh, writeStamp } from './stamp.mjs';

const SHARED = ['shared', 'package.json', 'package-lock.json', 'tsconfig.json'];
const TARGETS = {
  renderer: {
    output: 'out/renderer',
    sources: ['renderer', ...SHARED],
    configs: ['renderer/vite.config.ts'],
  },
  desktop: {
    output: 'out/main',
    sources: ['electron', ...SHARED],
    configs: ['electron/main/vite.config.ts', 'electron/preload/vite.config.ts'],
  },
};

async function buildOne({ output, sources, configs }, force) {
  if (!force && isFresh(output, sources)) return;
  for (const config of configs) {
    const { code, output: text } = await runNode(
      tool('vite/bin/vite.js', 'build', '--config', inRoot(config), '--logLevel', 'warn'),
      // whoever calls: a test runner's own setting would make a development build
      { quiet: true, env: { NODE_ENV: 'production' } },
    );
    if (code !== 0) {
      process.stderr.write(text);
      stop(`Cannot build "${output}": see the messages above. "${config}"`, 1);
    }
  }
  writeStamp(output, sources);
}

/** @param {{ desktop?: boolean, force?: boolean }} [options] */
export async function build(options = {}) {
  const force = options.force ?? false;
  await buildOne(TARGETS.renderer, force);
  if (options.desktop) await buildOne(TARGETS.desktop, force);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build({ desktop: true, force: process.argv.includes('--force') });
}
