import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the built renderer. */
export interface Page {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Finds the file of the renderer behind an address. Files under `assets/` carry a hash in their name
 * and never change; everything else is asked for anew.
 *
 * @param pathname  as in the address, still percent-encoded
 * @returns undefined when there is no such file, or the address leaves the folder
 */
export async function findPage(dir: string, pathname: string): Promise<Page | undefined> {
  const relative = decodePath(pathname);
  if (relative === undefined) return undefined;
  const root = path.resolve(dir);
  const file = path.resolve(root, relative === '' ? 'index.html' : relative);
  if (!file.startsWith(root + path.sep)) return undefined;
  const body = await readFile(file).catch(() => undefined); // absent, or a folder: no such page
  if (body === undefined) return undefined;
  const isHashed = relative.startsWith('assets/');
  return {
    body,
    headers: {
      'content-type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
      'cache-control': isHashed ? 'private, max-age=31536000, immutable' : 'no-cache',
    },
  };
}

/** The address as a relative path; undefined when it cannot be one. */
function decodePath(pathname: string): string | undefined {
  try {
    const decoded = decodeURIComponent(pathname).replace(/^\/+/, '');
    const isPlain = decoded.split(/[/\\]/).every((part) => !part.startsWith('.'));
    return isPlain && !decoded.includes('\0') ? decoded : undefined;
  } catch {
    return undefined; // percent-encoding that is none
  }
}
