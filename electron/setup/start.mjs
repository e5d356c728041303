// `npm start`: sets up whatever is missing, then opens the demo in a window, or, where there can be
// no window, serves the same app to a browser at a loopback address.
//   --web      serve to a browser even where a window could be opened
//   --no-open  do not open a browser; other arguments go to "serve" (e.g. --port 8080)
import { build } from './build.mjs';
import { downloadElectron, findElectron, whyNoWindow } from './electron.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot } from './paths.mjs';
import { run, runNode, requireNode } from './process.mjs';

const args = process.argv.slice(2);
const rest = args.filter((arg) => arg !== '--web');

async function reasonForBrowser() {
  if (args.includes('--web')) return 'as asked';
  const reason = whyNoWindow();
  if (reason !== undefined) return reason;
  if (findElectron() !== undefined) return undefined;
  process.stderr.write('Downloading Electron, once …\n');
  return (await downloadElectron()) ? undefined : 'Electron could not be downloaded';
}

await ensureInstalled();
requireNode();
const reason = await reasonForBrowser();
await build({ desktop: reason === undefined });
if (reason === undefined) {
  const { code } = await run(findElectron(), [inRoot(), '--demo']);
  process.exit(code);
}
process.stderr.write(`UniM Loupe runs in the browser (${reason}). Press Ctrl+C to end it.\n`);
const { code } = await runNode([inRoot('electron', 'cli', 'main.ts'), 'serve', '--demo', ...rest]);
process.exit(code);
