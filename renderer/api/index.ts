// The one place that knows whether this is a desktop window or a browser; it decides once.
import type { Bridge } from '../../shared/api/bridge.ts';
import { createApi } from '../../shared/api/client.ts';
import { AppError } from '../../shared/api/errors.ts';
import { createHttpTransport } from './http-transport.ts';
import { createIpcTransport } from './ipc-transport.ts';

const bridge = (globalThis as { loupe?: Bridge }).loupe; // set by the preload script, else absent

export const api = createApi(
  bridge === undefined ? createHttpTransport() : createIpcTransport(bridge),
);

/**
 * Opens the system's dialog. Ask only where `host.info` says `nativeDialogs`; elsewhere the app lists
 * folders by `files.list`.
 */
export function choosePaths(options: Parameters<Bridge['choosePaths']>[0]): Promise<string[]> {
  if (bridge === undefined) {
    throw new AppError('unsupported', 'Cannot open a file dialog: this host has none.');
  }
  return bridge.choosePaths(options);
}

/** Lets the browser fetch and save an exported file. Only where `host.info` says `downloads`. */
export function startDownload(token: string): void {
  const link = document.createElement('a');
  link.href = `downloads/${encodeURIComponent(token)}`;
  link.download = '';
  link.click();
}

/** Paths of what was dropped on the page; none where the host does not tell them (a browser). */
export function droppedPaths(files: Iterable<object>): string[] {
  return [...files].map((file) => bridge?.pathOf?.(file) ?? '').filter((path) => path !== '');
}
