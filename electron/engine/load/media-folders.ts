// The folders in which a record's media are looked for, in the order of quirk 10.
import { basename, dirname, join, resolve, sep } from 'node:path';
import { normaliseField, normaliseSubdomain } from '../../../shared/model/dataset.ts';
import { findModality, type ModalityId } from '../../../shared/model/modality.ts';
import type { DirectoryCache, Listing } from './directory-cache.ts';
import type { MediaPlace } from './types.ts';

/** A folder that exists; `isInside` false where a link has led out of the opened folders. */
export interface MediaSpot {
  readonly folder: string;
  readonly listing: Listing;
  readonly isInside: boolean;
}

export interface MediaFolders {
  /** Absolute, the opened folders first; a path as given is tried in each. */
  readonly bases: readonly string[];
  /** Opened folders, absolute, and where they really are. */
  readonly roots: readonly string[];
  readonly realRoots: readonly string[];
  /** Folders of a modality below the bases that are the record's own, by any of its names. */
  readonly ofModality: (modality: ModalityId) => readonly string[];
  /** Where the resolver keeps what it has looked up for these folders. */
  readonly remembered: Map<string, readonly MediaSpot[]>;
}

/** Finds the folders that exist for records of one file, field and subdomain. */
export function findMediaFolders(cache: DirectoryCache, place: MediaPlace): MediaFolders {
  const roots = place.roots.map((root) => resolve(root));
  const realRoots = roots.map((root) => cache.list(root)?.realPath ?? root);
  const dataRoots = roots.flatMap((root) => [root, join(root, 'data')]).filter(exists);
  const ownFolders = dataRoots.flatMap((root) => subdomainFolders(cache, root, place));
  const beside = dirname(resolve(place.file));
  const besides = roots.some((root) => isWithin(root, beside)) ? [beside] : [];
  const bases = unique([...dataRoots, ...ownFolders, ...besides]);
  const byModality = new Map<ModalityId, readonly string[]>();
  function exists(folder: string) {
    return cache.list(folder) !== undefined;
  }
  return {
    bases,
    remembered: new Map(),
    roots,
    realRoots,
    ofModality(modality) {
      const known = byModality.get(modality);
      if (known !== undefined) return known;
      const found = unique([...ownFolders, ...besides, ...dataRoots]).flatMap((base) =>
        foldersNamed(cache, base, (name) => findModality(name) === modality),
      );
      byModality.set(modality, found);
      return found;
    },
  };
}

/** `<field>/<subdomain>` below a root, or below a root that is itself such a folder. */
function subdomainFolders(cache: DirectoryCache, root: string, place: MediaPlace): string[] {
  const isField = (name: string) => normaliseField(name) === place.field;
  const isSubdomain = (name: string) => normaliseSubdomain(name) === place.subdomain;
  const fieldFolders = isField(basename(root)) ? [root] : foldersNamed(cache, root, isField);
  return fieldFolders.flatMap((field) => foldersNamed(cache, field, isSubdomain));
}

function foldersNamed(
  cache: DirectoryCache,
  parent: string,
  isMeant: (name: string) => boolean,
): string[] {
  return (cache.list(parent)?.folders ?? []).filter(isMeant).map((name) => join(parent, name));
}

/** True when `path` is `folder` or below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}
