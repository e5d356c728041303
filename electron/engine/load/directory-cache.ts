import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Names in one folder; `realPath` is where the folder really is. */
export interface Listing {
  readonly realPath: string;
  readonly files: ReadonlySet<string>;
  readonly folders: readonly string[];
  /** Names that are symbolic links, to files or to folders. */
  readonly links: ReadonlySet<string>;
}

export interface DirectoryCache {
  /** @returns undefined when there is no such folder or it cannot be read */
  readonly list: (folder: string) => Listing | undefined;
  /** Real path of a link; undefined when it leads nowhere. */
  readonly realPathOf: (path: string) => string | undefined;
  readonly clear: () => void;
}

/** Remembers folders: each is read once, and no file is asked for on its own. */
export function createDirectoryCache(): DirectoryCache {
  const listings = new Map<string, Listing | undefined>();
  const realPaths = new Map<string, string | undefined>();
  const realPathOf = (path: string) => {
    if (!realPaths.has(path)) realPaths.set(path, realPathIfAny(path));
    return realPaths.get(path);
  };
  return {
    realPathOf,
    list(folder) {
      const known = listings.get(folder);
      if (known !== undefined || listings.has(folder)) return known;
      const listing = readListing(folder);
      listings.set(folder, listing);
      return listing;
    },
    clear() {
      listings.clear();
      realPaths.clear();
    },
  };
}

function readListing(folder: string): Listing | undefined {
  try {
    const realPath = realpathSync(folder);
    const files = new Set<string>();
    const folders: string[] = [];
    const links = new Set<string>();
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const isLink = entry.isSymbolicLink();
      if (isLink) links.add(entry.name);
      if (entry.isDirectory() || (isLink && isFolder(join(folder, entry.name))))
        folders.push(entry.name);
      else if (entry.isFile() || isLink) files.add(entry.name);
    }
    return { realPath, files, folders: folders.sort(), links };
  } catch {
    return undefined; // what is not there, or not readable, holds no media
  }
}

function isFolder(link: string): boolean {
  try {
    readdirSync(link);
    return true;
  } catch {
    return false; // a file, or a link that leads nowhere
  }
}

function realPathIfAny(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined; // leads nowhere
  }
}
