import { createHash } from 'node:crypto';
import type { StoredSequence } from '../db/sequence-rows.ts';

/**
 * SHA-256, hex, of a response's content and `modal` entries as written: what ratings and judgements are
 * bound to. Files behind the entries are not in it.
 */
export function contentHash({ content, items }: StoredSequence): string {
  const modal = items.map(({ tag, value }) => [tag, value]);
  return createHash('sha256')
    .update(JSON.stringify([content, modal]))
    .digest('hex');
}
