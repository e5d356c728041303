import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A file for random access in a worker thread: blocking, since hundreds of small reads are asked for. */
export interface FileBytes {
  readonly sizeBytes: number;
  /** @returns shorter at the end of the file */
  readonly read: (offset: number, length: number) => Buffer;
  readonly close: () => void;
}

/** Opens it; throws what `fs` throws. */
export function openBytes(path: string): FileBytes {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  return {
    sizeBytes: size,
    read(offset, length) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
      let done = 0;
      while (done < bytes.length) {
        const count = readSync(file, bytes, done, bytes.length - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return bytes.subarray(0, done);
    },
    close: () => closeSync(file),
  };
}
