import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { siblingName } from './buffers.ts';

/** A larger one carries its vertices inside itself. */
const MAX_BYTES = 4_000_000;
const Named = z.object({ buffers: z.array(z.object({ uri: z.string().optional() })).default([]) });

/**
 * Files beside a glTF in JSON that hold its vertices: with other ones it is another model.
 *
 * @returns none for every other file, and for one that cannot be read
 */
export function gltfBufferFiles(path: string): string[] {
  if (extname(path).toLowerCase() !== '.gltf') return [];
  try {
    if (statSync(path).size > MAX_BYTES) return [];
    const { buffers } = Named.parse(JSON.parse(readFileSync(path, 'utf8')));
    return buffers.flatMap(({ uri }) => {
      const name = uri === undefined || uri.startsWith('data:') ? undefined : siblingName(uri);
      return name === undefined ? [] : [join(dirname(path), name)];
    });
  } catch {
    return []; // damaged or gone: whoever decodes it says so
  }
}
