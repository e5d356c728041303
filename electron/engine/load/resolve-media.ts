// Quirks 10, 11 and 15: from a `modal` value to a file. Nothing is fetched, nothing outside the opened
// folders is named, and a folder is read once however many values point into it.
import { basename, dirname, join, sep } from 'node:path';
import { findModality, type ModalityId } from '../../../shared/model/modality.ts';
import { createDirectoryCache, type DirectoryCache } from './directory-cache.ts';
import { findMediaFolders, isWithin, type MediaFolders, type MediaSpot } from './media-folders.ts';
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
  const cut = path.lastIndexOf('/');
  const [parent, name] = [path.slice(0, Math.max(cut, 0)), path.slice(cut + 1)];
  const spots = isAbsolute ? spotsIn(search, [parent]) : givenSpots(search, parent);
  const given = lookIn(search, spots, name);
  if (given !== undefined)
    return given === OUTSIDE_ROOTS
      ? { kind: 'refused', reason: LINK_OUTSIDE }
      : { kind: 'file', path: given };
  const leadsOut = !isAbsolute && givenFolders(search, parent).leadsOut;
  if (leadsOut) return { kind: 'refused', reason: OUTSIDE };
  const named = findByName(search, path);
  if (named !== undefined) return { kind: 'file', path: named };
  return {
    kind: 'missing',
    // most callers only count; the paths are put together for those who show them
    get tried() {
      const asGiven = isAbsolute ? [parent] : givenFolders(search, parent).inside;
      const all = [...asGiven, ...nameFolders(search, path)];
      return [...new Set(all)].map((folder) => join(folder, name));
    },
  };
}

/** By base name in the modality's folders, and in those named as the value's own folder (quirk 11). */
function findByName(search: Search, path: string): string | undefined {
  const { remembered } = search.folders;
  const written = basename(dirname(path));
  const key = `${search.modality}:${written}`;
  let spots = remembered.get(key);
  if (spots === undefined) {
    spots = spotsIn(search, nameFolders(search, path));
    remember(remembered, key, spots);
  }
  const found = lookIn(search, spots, basename(path));
  return found === OUTSIDE_ROOTS ? undefined : found;
}

function nameFolders({ folders, modality }: Search, path: string): readonly string[] {
  const own = folders.ofModality(modality);
  const written = findModality(basename(dirname(path)));
  return written === undefined || written === modality
    ? own
    : [...own, ...folders.ofModality(written)];
}

function givenFolders({ folders }: Search, parent: string) {
  const all = folders.bases.map((base) => join(base, parent));
  const inside = all.filter((folder) => folders.roots.some((root) => isWithin(root, folder)));
  return { inside, leadsOut: inside.length < all.length };
}

/** Folders that exist for a value's folder; the same few for thousands of values. */
function givenSpots(search: Search, parent: string): readonly MediaSpot[] {
  const { remembered } = search.folders;
  const key = `/${parent}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const spots = spotsIn(search, givenFolders(search, parent).inside);
  remember(remembered, key, spots);
  return spots;
}

const MAX_REMEMBERED = 2000;

function remember(
  remembered: Map<string, readonly MediaSpot[]>,
  key: string,
  spots: readonly MediaSpot[],
): void {
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, spots);
}

function spotsIn({ cache, folders }: Search, paths: readonly string[]): MediaSpot[] {
  return paths.flatMap((folder) => {
    const listing = cache.list(folder);
    if (listing === undefined) return [];
    const isInside = folders.realRoots.some((root) => isWithin(root, listing.realPath));
    return [{ folder, listing, isInside }];
  });
}

const OUTSIDE_ROOTS = Symbol('found, but its real path leaves the opened folders');

/** @returns the path as its folder spells it */
function lookIn(
  { cache, folders }: Search,
  spots: readonly MediaSpot[],
  wanted: string,
): string | typeof OUTSIDE_ROOTS | undefined {
  let leadsOut = false;
  for (const { folder, listing, isInside } of spots) {
    const name = nameIn(listing.files, wanted);
    if (name === undefined) continue;
    const found = folder.endsWith(sep) ? folder + name : folder + sep + name;
    const real = listing.links.has(name) ? cache.realPathOf(found) : undefined;
    if (listing.links.has(name) && real === undefined) continue;
    const isRealInside =
      isInside && (real === undefined || folders.realRoots.some((root) => isWithin(root, real)));
    if (isRealInside) return found;
    leadsOut = true;
  }
  return leadsOut ? OUTSIDE_ROOTS : undefined;
}

/** As written, percent-decoded, or composed differently (macOS writes `é` as two characters). */
function nameIn(files: ReadonlySet<string>, name: string): string | undefined {
  if (files.has(name)) return name;
  const decoded = name.includes('%') ? decode(name) : name;
  if (files.has(decoded)) return decoded;
  if (isAscii(decoded)) return undefined;
  return [decoded.normalize('NFC'), decoded.normalize('NFD')].find((other) => files.has(other));
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
