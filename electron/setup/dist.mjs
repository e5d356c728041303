// `npm run dist`: builds everything and packs it for this system. Packing needs Electron's program,
// which is downloaded from the network; where that cannot be had, it says so and packs nothing.
import { build } from './build.mjs';
import { downloadElectron, findElectron } from './electron.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot } from './paths.mjs';
import { requireNode, runNode, stop, tool } from './process.mjs';

await ensureInstalled();
requireNode();
await build({ desktop: true, force: true });
process.stdout.write('Built: "out/main", "out/preload", "out/renderer".\n');
if (findElectron() === undefined && !(await downloadElectron())) {
  stop(
    'Cannot pack the app: Electron could not be downloaded. The build itself is complete; ' +
      'run "npm run dist" again on a machine with access to the network.',
  );
}
const config = inRoot('electron-builder.yml');
const { code } = await runNode(
  tool(
    'electron-builder/cli.js',
    '--config',
    config,
    '--publish',
    'never',
    ...process.argv.slice(2),
  ),
);
process.exit(code);
