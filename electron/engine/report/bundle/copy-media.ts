import { createHash } from 'node:crypto';
import { copyFile, mkdir, stat, utimes } from 'node:fs/promises';
import { constants } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { MediaState } from '../../../../shared/model/media.ts';
import type { Root } from '../../db/roots.ts';
import type { MediaRegistry } from '../../media/registry.ts';
import { mediaFolder } from './copy-rows.ts';

/** A file of the bundle. */
export interface CopiedMedia {
  /** Below the bundle, by `/`. */
  readonly place: string;
  /** Where it lies while the bundle is written. */
  readonly path: string;
  /** A name for what is made from it, of no meaning. */
  readonly name: string;
}

/** Puts media into a bundle, each once. */
export interface MediaCopier {
  /**
   * Copies a file with those that belong to it.
   *
   * @returns undefined when it has gone or lies in no opened folder
   */
  readonly copy: (media: Extract<MediaState, { kind: 'file' }>) => Promise<CopiedMedia | undefined>;
  /** How many files there are. */
  readonly count: () => number;
}

/** @param into  the folder of the bundle */
export function createMediaCopier(
  roots: readonly Root[],
  registry: MediaRegistry,
  into: string,
): MediaCopier {
  const copied = new Map<string, Promise<CopiedMedia>>();

  async function copyOne(id: string): Promise<CopiedMedia | undefined> {
    const path = resolveOrNot(registry, id);
    const root = roots.find((each) => each.id === id.slice(0, id.indexOf('~')));
    if (path === undefined || root === undefined) return undefined;
    const below = Buffer.from(id.slice(id.indexOf('~') + 1), 'base64url').toString('utf8');
    const place = [mediaFolder(root.rowId), ...below.split(/[\\/]/)].join('/');
    const target = join(into, place);
    if (relative(into, target).startsWith(`..${sep}`)) return undefined;
    const copying = copied.get(path) ?? copyTo(path, target, place);
    copied.set(path, copying);
    return await copying;
  }

  return {
    async copy({ ref, siblings = [] }) {
      const made = await copyOne(ref.id);
      for (const sibling of siblings) await copyOne(sibling.id);
      return made;
    },
    count: () => copied.size,
  };
}

async function copyTo(path: string, target: string, place: string): Promise<CopiedMedia> {
  await mkdir(dirname(target), { recursive: true });
  // a disk that can share the bytes of a copy does
  await copyFile(path, target, constants.COPYFILE_FICLONE);
  const { atime, mtime } = await stat(path);
  await utimes(target, atime, mtime);
  const name = createHash('sha256').update(place).digest('hex').slice(0, 16);
  return { place, path: target, name };
}

function resolveOrNot(registry: MediaRegistry, id: string): string | undefined {
  try {
    return registry.resolve(id).path;
  } catch {
    return undefined; // it has gone since: the bundle says so in its place
  }
}
