// What media look or sound like, as short prints. Kept while the files stay as they are, so that a second
// look costs a `stat` each.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { PrintStore } from '../db/qc-records.ts';
import { hashPicture } from '../media/alike/picture-hash.ts';

const AT_ONCE = 2;

/** A file and what it is to be. */
export interface PrintedFile {
  readonly path: string;
  readonly modality: ModalityId;
}

/** By path: a picture's hash, a sound's length and bits; of others, where sizes are equal, of the bytes. */
export type Prints = ReadonlyMap<string, string>;

/**
 * Reads prints of files, those that are known from the store; '' stands for none.
 *
 * @param onDone  called for each file that is known
 * @param check  throws where nobody waits any more
 */
export async function printMedia(
  files: readonly PrintedFile[],
  store: PrintStore,
  onDone: () => void,
  check: () => void,
): Promise<Prints> {
  const prints = new Map<string, string>();
  const states = await statesOf(files);
  const sizes = Map.groupBy(
    files.filter(({ path }) => states.has(path)),
    ({ path, modality }) => `${modality} ${states.get(path)?.size ?? 0}`,
  );
  const queue = new PQueue({ concurrency: AT_ONCE });
  for (const { path, modality } of files) {
    const found = states.get(path);
    const isSizeShared = (sizes.get(`${modality} ${found?.size ?? 0}`)?.length ?? 0) > 1;
    if (found === undefined || !(isHeardOrSeen(modality) || isSizeShared)) {
      onDone();
      continue;
    }
    await queue.onSizeLessThan(AT_ONCE * 2);
    check();
    void queue.add(async () => {
      const state = `${modality} ${found.size} ${found.mtimeMs}`;
      const known = store.find(path, state);
      const print = known ?? (await printOf(path, modality));
      if (known === undefined) store.save(path, state, print);
      prints.set(path, print);
      onDone();
    });
  }
  await queue.onIdle();
  return prints;
}

async function statesOf(files: readonly PrintedFile[]) {
  const states = new Map<string, { readonly size: number; readonly mtimeMs: number }>();
  for (const { path } of files) {
    const found = await stat(path).catch(() => undefined); // gone: the lint says so
    if (found?.isFile() === true) states.set(path, { size: found.size, mtimeMs: found.mtimeMs });
  }
  return states;
}

const isHeardOrSeen = (modality: ModalityId) => modality === 'image' || modality === 'audio';

async function printOf(path: string, modality: ModalityId): Promise<string> {
  if (modality === 'image') return (await hashPicture(path)) ?? '';
  if (modality === 'audio') {
    // the decoders are loaded when there is a sound
    const { printSound } = await import('../media/alike/sound-print.ts');
    const print = await printSound(path);
    return print === undefined ? '' : `${print.durationMs}:${print.bits}`;
  }
  return await hashFile(path);
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return ''; // not readable: the lint says so
  }
}
