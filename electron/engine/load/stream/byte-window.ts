import { open, type FileHandle } from 'node:fs/promises';

const CHUNK_BYTES = 1 << 20;
/** Bytes kept before the place of reading, so that the indent of its line can be seen. */
const KEPT_BEHIND_BYTES = 128;

/** A part of a file in memory. Places are byte offsets in the file, never in the buffer. */
export interface ByteWindow {
  readonly handle: FileHandle;
  buffer: Buffer;
  /** File offset of `buffer[0]`. */
  offset: number;
  /** File offset behind the last byte read. */
  end: number;
  isAtEnd: boolean;
}

/** Opens a window that begins at `start`; nothing is read yet. */
export async function openWindow(path: string, start: number): Promise<ByteWindow> {
  const handle = await open(path, 'r');
  return {
    handle,
    buffer: Buffer.allocUnsafe(CHUNK_BYTES + KEPT_BEHIND_BYTES),
    offset: start,
    end: start,
    isAtEnd: false,
  };
}

/**
 * Reads a further chunk behind what is there and lets go of everything before `keepFrom`. The buffer
 * grows by doubling where a record needs it and shrinks again behind that record.
 */
export async function fillWindow(window: ByteWindow, keepFrom: number): Promise<void> {
  const from = Math.max(window.offset, keepFrom - KEPT_BEHIND_BYTES);
  const kept = window.end - from;
  const wanted = kept + CHUNK_BYTES;
  const old = window.buffer;
  if (old.length < wanted || old.length > 8 * wanted)
    window.buffer = Buffer.allocUnsafe(
      Math.max(wanted, Math.min(2 * kept, kept + 16 * CHUNK_BYTES)),
    );
  if (window.buffer !== old || from > window.offset)
    old.copy(window.buffer, 0, from - window.offset, window.end - window.offset);
  window.offset = from;
  const { bytesRead } = await window.handle.read(
    window.buffer,
    kept,
    window.buffer.length - kept,
    window.end,
  );
  window.end += bytesRead;
  window.isAtEnd = bytesRead === 0;
}
