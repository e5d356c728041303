#!/usr/bin/env node
// The entry of the command line: finds a Node.js that is new enough, and nothing else of its own.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from '../setup/build.mjs';
import { isNewEnough } from '../setup/node-version.mjs';
import { inRoot } from '../setup/paths.mjs';
import { runNode } from '../setup/process.mjs';

// an old Node.js has none; with it a command starts in less than half of the time
module.enableCompileCache?.();

const args = process.argv.slice(2);
// npm runs scripts in the project's folder; paths are meant from where the person stands
const cwd = process.env.npm_lifecycle_event === 'loupe' ? process.env.INIT_CWD : undefined;

if (args[0] === 'serve' && !args.includes('--help') && existsSync(inRoot('renderer', 'main.tsx'))) {
  await build();
}
if (isNewEnough()) {
  if (cwd !== undefined) process.chdir(cwd);
  await import('./main.ts');
} else {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const { code } = await runNode([main, ...args], { cwd: cwd ?? process.cwd() });
  process.exit(code);
}
