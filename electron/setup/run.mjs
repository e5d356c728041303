// `node run.mjs FILE …` runs one of the project's TypeScript files with a Node.js that can.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isNewEnough } from './node-version.mjs';
import { inRoot } from './paths.mjs';
import { runNode, stop } from './process.mjs';

const [file, ...rest] = process.argv.slice(2);
if (file === undefined) stop('Give the file to run, e.g. "electron/cli/main.ts".', 2);
const script = inRoot(file);
if (isNewEnough()) {
  process.argv = [process.execPath, script, ...rest];
  await import(pathToFileURL(path.resolve(script)).href);
} else {
  const { code } = await runNode([script, ...rest]);
  process.exit(code);
}
