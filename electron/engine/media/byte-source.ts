import { open, type FileHandle } from 'node:fs/promises';

/**
 * Random access to a file's bytes for header sniffing: reads only what is asked for, a few KiB.
 * Reads past the end come back shorter.
 */
export interface ByteSource {
  readonly sizeBytes: number;
  readonly read: (offset: number, length: number) => Promise<Buffer>;
}

const HEAD_BYTES = 4096;

/** Opens a file, hands its bytes to `use` and closes it, whatever happens. */
export async function withByteSource<T>(
  path: string,
  use: (source: ByteSource) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await readAt(file, 0, Math.min(HEAD_BYTES, size));
    return await use({
      sizeBytes: size,
      async read(offset, length) {
        if (offset + length <= head.length) return head.subarray(offset, offset + length);
        const available = Math.max(0, Math.min(length, size - offset));
        return readAt(file, offset, available);
      },
    });
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
