import { copyFileSync, mkdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { MediaState } from '../../../../shared/model/media.ts';
import type { Root } from '../../db/roots.ts';
import type { MediaRegistry } from '../../media/registry.ts';
import { mediaFolder } from './copy-rows.ts';

/** Puts media into a bundle, each once. */
export interface MediaCopier {
  /**
   * Copies a file with those that belong to it.
   *
   * @returns its path below the bundle, by `/`; undefined when it has gone or lies in no opened folder
   */
  readonly copy: (media: Extract<MediaState, { kind: 'file' }>) => string | undefined;
  /** What was copied: from where, and to where below the bundle. */
  readonly copied: () => ReadonlyMap<string, string>;
}

/** @param into  the folder of the bundle */
export function createMediaCopier(
  roots: readonly Root[],
  registry: MediaRegistry,
  into: string,
): MediaCopier {
  const copied = new Map<string, string>();

  function copyOne(id: string): string | undefined {
    const path = resolveOrNot(registry, id);
    const root = roots.find((each) => each.id === id.slice(0, id.indexOf('~')));
    if (path === undefined || root === undefined) return undefined;
    const known = copied.get(path);
    if (known !== undefined) return known;
    const below = Buffer.from(id.slice(id.indexOf('~') + 1), 'base64url').toString('utf8');
    const place = [mediaFolder(root.rowId), ...below.split(/[\\/]/)].join('/');
    const target = join(into, place);
    if (relative(into, target).startsWith(`..${sep}`)) return undefined;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
    const { atime, mtime } = statSync(path);
    utimesSync(target, atime, mtime);
    copied.set(path, place);
    return place;
  }

  return {
    copy({ ref, siblings = [] }) {
      const place = copyOne(ref.id);
      for (const sibling of siblings) copyOne(sibling.id);
      return place;
    },
    copied: () => copied,
  };
}

function resolveOrNot(registry: MediaRegistry, id: string): string | undefined {
  try {
    return registry.resolve(id).path;
  } catch {
    return undefined; // it has gone since: the bundle says so in its place
  }
}
