import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { JobResult } from '../queue.ts';

type Prepared = Extract<JobResult, { kind: 'prepared' }>;

/**
 * Lets the bytes of a result go to the other thread without being copied. The result stays what it is:
 * the pool's marks are symbols, which do not travel.
 */
export function moveBytes(result: Prepared): Prepared {
  const { prepared } = result;
  const parts = prepared.parts.map((part) =>
    // a buffer of its own: one that is shared with others cannot be given away
    part.type === 'text' ? part : { ...part, bytes: Uint8Array.from(part.bytes) },
  );
  const owned: Prepared = { ...result, prepared: { ...prepared, parts } };
  const buffers = parts.flatMap((part) => (part.type === 'text' ? [] : [part.bytes.buffer]));
  move(Object.assign(owned, { [transferableSymbol]: buffers, [valueSymbol]: owned }));
  return owned;
}
