// Quirks 10, 11 and 15: from a `modal` value to a file. Nothing is fetched, nothing outside the opened
// folders is named, and a folder is read once however many values point into it.
import { basename, dirname, join } from 'node:path';
import { findModality, type ModalityId } from '../../../shared/model/modality.ts';
import { createDirectoryCache, type DirectoryCache } from './directory-cache.ts';
import { findMediaFolders, isWithin, type MediaFolders } from './media-folders.ts';
import { decode, readMediaValue } from './media-value.ts';
import type { MediaPlace, ResolvedMedia } from './types.ts';

export { groupMeshEntries } from './mesh-groups.ts';

export interface MediaResolver {
  /**
   * Finds what a value points to, in this order: as given under the opened folders, under the
   * record's field and subdomain, beside its file; then by base name in the modality's folders. The
   * key alone decides the modality; extension and folder do not (quirk 11). Code is always inline.
   *
   * @param place  pass the same object for the records of one subdomain: its folders are remembered
   */
  readonly resolve: (value: string, modality: ModalityId, place: MediaPlace) => ResolvedMedia;
  /** Forgets every folder, to be called when files may have changed. */
  readonly clear: () => void;
}

/** Makes a resolver; it reads each folder once until `clear`. */
export function createMediaResolver(cache: DirectoryCache = createDirectoryCache()): MediaResolver {
  let folders = new WeakMap<MediaPlace, MediaFolders>();
  const foldersOf = (place: MediaPlace) => {
    const known = folders.get(place);
    if (known !== undefined) return known;
    const found = findMediaFolders(cache, place);
    folders.set(place, found);
    return found;
  };
  return {
    resolve(value, modality, place) {
      if (modality === 'code') return { kind: 'inline', text: value };
      if (value.trim() === '') return { kind: 'missing', tried: [] };
      const read = readMediaValue(value);
      if (read.kind === 'inline') return { kind: 'inline', text: value };
      const search = { cache, folders: foldersOf(place), modality };
      if (read.kind === 'path') return findPath(search, read.path, read.isAbsolute);
      const path = read.name === '' ? undefined : findByName(search, read.name);
      if (path !== undefined) return { kind: 'file', path };
      return { kind: 'url', url: read.url, host: read.host };
    },
    clear() {
      cache.clear();
      folders = new WeakMap();
    },
  };
}

interface Search {
  readonly cache: DirectoryCache;
  readonly folders: MediaFolders;
  readonly modality: ModalityId;
}

const OUTSIDE = 'it leads out of the opened folders. Open the folder it points to.';
const LINK_OUTSIDE =
  'it is a link that leads out of the opened folders. Open the folder it points to.';

function findPath(search: Search, path: string, isAbsolute: boolean): ResolvedMedia {
  const { roots } = search.folders;
  const isRefused = isAbsolute && !roots.some((root) => isWithin(root, path));
  if (isRefused) return { kind: 'refused', reason: OUTSIDE };
  const given = isAbsolute ? [path] : search.folders.bases.map((base) => join(base, path));
  const inside = given.filter((candidate) => roots.some((root) => isWithin(root, candidate)));
  let leadsOut = false;
  for (const candidate of inside) {
    const found = lookUp(search, candidate);
    if (found === 'outside') leadsOut = true;
    else if (found !== undefined) return { kind: 'file', path: found };
  }
  if (leadsOut) return { kind: 'refused', reason: LINK_OUTSIDE };
  if (inside.length < given.length) return { kind: 'refused', reason: OUTSIDE };
  const named = findByName(search, path);
  if (named !== undefined) return { kind: 'file', path: named };
  return {
    kind: 'missing',
    // most callers only count; the paths are put together for those who show them
    get tried() {
      const byName = nameFolders(search, path).map((folder) => join(folder, basename(path)));
      return [...new Set([...inside, ...byName])];
    },
  };
}

/** By base name in the modality's folders, and in those named as the value's own folder (quirk 11). */
function findByName(search: Search, path: string): string | undefined {
  for (const folder of nameFolders(search, path)) {
    const found = lookUp(search, join(folder, basename(path)));
    if (found !== undefined && found !== 'outside') return found;
  }
  return undefined;
}

function nameFolders({ folders, modality }: Search, path: string): readonly string[] {
  const own = folders.ofModality(modality);
  const written = findModality(basename(dirname(path)));
  return written === undefined || written === modality
    ? own
    : [...own, ...folders.ofModality(written)];
}

/** @returns the path as the folder spells it; `outside` when its real path leaves the roots */
function lookUp({ cache, folders }: Search, path: string): string | 'outside' | undefined {
  const folder = dirname(path);
  const listing = cache.list(folder);
  if (listing === undefined) return undefined;
  const name = nameIn(listing.files, basename(path));
  if (name === undefined) return undefined;
  const isInside = (real: string) => folders.realRoots.some((root) => isWithin(root, real));
  if (!isInside(listing.realPath)) return 'outside';
  const found = join(folder, name);
  if (!listing.links.has(name)) return found;
  const real = cache.realPathOf(found);
  if (real === undefined) return undefined;
  return isInside(real) ? found : 'outside';
}

/** As written, percent-decoded, or composed differently (macOS writes `é` as two characters). */
function nameIn(files: ReadonlySet<string>, name: string): string | undefined {
  if (files.has(name)) return name;
  const decoded = name.includes('%') ? decode(name) : name;
  if (files.has(decoded)) return decoded;
  return [decoded.normalize('NFC'), decoded.normalize('NFD')].find((other) => files.has(other));
}
