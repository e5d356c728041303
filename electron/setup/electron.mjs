// Whether the desktop window can be opened here, and if not, why, in words.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { runNode, tool } from './process.mjs';

const folder = inRoot('node_modules', 'electron');

/** Path of Electron's program, when it has been downloaded. */
export function findElectron() {
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** Downloads Electron's program; its package does not do so by itself. */
export async function downloadElectron() {
  const { code } = await runNode(tool('electron/install.js'));
  return code === 0 && findElectron() !== undefined;
}

/** Why no window can be shown here; undefined when one can. */
export function whyNoWindow(
  platform = process.platform,
  env = process.env,
  uid = process.getuid?.(),
) {
  if (env.CI) return 'this is a CI machine';
  if (platform !== 'linux') return undefined;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  if (uid === 0) return 'Electron does not run as root';
  return undefined;
}
