// Where an export goes: to a path on the engine's machine, or, in a browser, to where that keeps downloads.
import { api, startDownload } from '../api/index.ts';

/** `name` is the file's own. */
export type ExportPlace = { readonly path: string } | { readonly download: string };

/** What to tell of the place once something was written to it. */
export const wordsOfPlace = (place: ExportPlace): string =>
  'path' in place ? place.path : `${place.download}, given to the browser to save`;

/**
 * Writes to a place, and lets the browser fetch what is to be downloaded. What was given up or went wrong
 * leaves nothing behind.
 *
 * @param write  one file, to this path
 */
export async function writeTo<T>(
  place: ExportPlace,
  write: (path: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  if ('path' in place) return await write(place.path);
  const { token, path } = await api.call('export.place', { name: place.download }, signal);
  try {
    const written = await write(path);
    signal?.throwIfAborted();
    startDownload(token);
    return written;
  } catch (error) {
    await api.call('export.drop', { token });
    throw error;
  }
}
