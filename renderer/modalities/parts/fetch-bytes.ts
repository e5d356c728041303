/** Bytes of a media file, and whether they are all of it. */
export interface FetchedBytes {
  readonly bytes: ArrayBuffer;
  readonly isWhole: boolean;
}

/**
 * Reads a file from its media address, at most `mostBytes` of it.
 *
 * @throws Error with a sentence when the host does not give it
 */
export async function fetchBytes(
  url: string,
  signal: AbortSignal,
  mostBytes?: number,
): Promise<FetchedBytes> {
  const range = mostBytes === undefined ? undefined : { range: `bytes=0-${mostBytes - 1}` };
  const response = await fetch(url, { signal, ...(range && { headers: range }) });
  // an empty file has no first byte to give
  if (response.status === 416) return { bytes: new ArrayBuffer(0), isWhole: true };
  if (!response.ok) throw new Error(`The file is not served (status ${response.status}).`);
  const bytes = await response.arrayBuffer();
  const total = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1]);
  return { bytes, isWhole: response.status === 200 || bytes.byteLength >= total };
}

/** Text of bytes: UTF-8, or UTF-16 where a byte order mark says so; then Windows' Western letters. */
export function decodeText(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // a range may end inside a character: `stream` leaves that one out instead of failing
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
