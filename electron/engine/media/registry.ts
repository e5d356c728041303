// Turns paths into media ids and back. The only gate between an id that a page sends and a file:
// what it resolves is a regular file whose REAL path lies inside an opened folder, or nothing.
import { realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { AppError } from '../../../shared/api/errors.ts';
import type { MediaRef } from '../../../shared/model/media.ts';
import { extensionOf, mimeTypeOf } from './mime-types.ts';

/** An opened folder: dataset, predictions or samples. `id` is short, URL-safe and has no `~`. */
export interface MediaRoot {
  readonly id: string;
  readonly dir: string;
}

/** What {@link MediaRegistry.locate} found at a path. */
export type Located =
  | { readonly kind: 'file'; readonly ref: MediaRef; readonly path: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'outside'; readonly reason: string };

/** Paths to ids and ids to paths; keeps no state but the roots, so an id costs nothing to make. */
export interface MediaRegistry {
  readonly roots: readonly MediaRoot[];
  /** @returns undefined when there is no such file, or it really lies outside the opened folders */
  readonly refFor: (absolutePath: string) => MediaRef | undefined;
  /** As `refFor`, saying why there is none. One or two system calls. */
  readonly locate: (absolutePath: string) => Located;
  /**
   * Real path and type of a media id.
   *
   * @throws AppError 'path-refused' when the id or the real path leaves the opened folders,
   *   'not-found' when the file is gone or is no regular file
   */
  readonly resolve: (mediaId: string) => { readonly path: string; readonly mimeType: string };
}

interface OpenRoot extends MediaRoot {
  readonly realDir: string;
}

/** Makes the registry of a project's opened folders; a folder that is gone serves nothing. */
export function createMediaRegistry(roots: readonly MediaRoot[]): MediaRegistry {
  const open = roots.map((root): OpenRoot => {
    const dir = resolve(root.dir);
    return { id: root.id, dir, realDir: realPathOf(dir) ?? dir };
  });
  const byId = new Map(open.map((root) => [root.id, root]));
  const isInside = (realPath: string) =>
    open.some((root) => pathInside(root.realDir, realPath) !== undefined);

  function locate(absolutePath: string): Located {
    const path = resolve(absolutePath);
    const home = findHome(open, path);
    if (home === undefined) return { kind: 'outside', reason: 'It is outside the opened folders.' };
    const realPath = realPathOf(path);
    if (realPath === undefined || !isRegularFile(realPath)) return { kind: 'missing' };
    if (!isInside(realPath)) {
      const reason = 'It is a link that leaves the opened folders. Open the folder it points to.';
      return { kind: 'outside', reason };
    }
    const id = `${home.root.id}~${Buffer.from(toSlashes(home.inside)).toString('base64url')}`;
    const extension = extensionOf(path);
    const ref = { id, name: basename(path), extension, mimeType: mimeTypeOf(extension) };
    return { kind: 'file', ref, path };
  }

  return {
    roots,
    locate,
    refFor(absolutePath) {
      const located = locate(absolutePath);
      return located.kind === 'file' ? located.ref : undefined;
    },
    resolve(mediaId) {
      const path = pathOfId(byId, mediaId);
      const realPath = realPathOf(path);
      if (realPath === undefined || !isRegularFile(realPath)) {
        throw new AppError(
          'not-found',
          `Cannot open a media file: it is no longer there, or is no file. Import again. "${path}"`,
        );
      }
      if (!isInside(realPath)) throw refused('its real path leaves the opened folders', path);
      return { path: realPath, mimeType: mimeTypeOf(extensionOf(path)) };
    },
  };
}

function pathOfId(roots: ReadonlyMap<string, OpenRoot>, mediaId: string): string {
  const [rootId = '', encoded = '', ...rest] = mediaId.split('~');
  const root = roots.get(rootId);
  const inside = Buffer.from(encoded, 'base64url').toString('utf8');
  if (root === undefined || rest.length > 0 || inside === '' || inside.includes('\0')) {
    throw refused('the id belongs to no opened folder', mediaId);
  }
  const path = resolve(root.dir, inside);
  if (pathInside(root.dir, path) === undefined) throw refused('the path leaves its folder', inside);
  return path;
}

/** The first root that holds the path, as written or by its real folder. */
function findHome(roots: readonly OpenRoot[], path: string) {
  for (const root of roots) {
    const inside = pathInside(root.dir, path) ?? pathInside(root.realDir, path);
    if (inside !== undefined) return { root, inside };
  }
  return undefined;
}

/** @returns the path relative to the folder; undefined when it is not below it */
function pathInside(dir: string, path: string): string | undefined {
  const inside = relative(dir, path);
  const leaves = inside === '' || inside === '..' || inside.startsWith(`..${sep}`);
  return leaves || isAbsolute(inside) ? undefined : inside;
}

const toSlashes = (path: string) => (sep === '/' ? path : path.split(sep).join('/'));

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined; // missing, a loop of links, or not readable: in each case there is no file
  }
}

function isRegularFile(realPath: string): boolean {
  return statSync(realPath, { throwIfNoEntry: false })?.isFile() === true;
}

function refused(why: string, path: string): AppError {
  return new AppError(
    'path-refused',
    `Refused to open a media file: ${why}. Open the folder that holds it first. "${path}"`,
  );
}
