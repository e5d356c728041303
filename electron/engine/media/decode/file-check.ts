import type { MediaFacts } from '../../../../shared/model/media.ts';
import { AppError } from '../../../../shared/api/errors.ts';
import { readMediaFacts } from '../facts.ts';
import { type Unscored, unscored } from './decoded.ts';

/** What a file's header says before it is decoded, or why it is not worth decoding. */
export type FileCheck = { readonly status: 'usable'; readonly facts: MediaFacts } | Unscored;

/** Looks at head and tail of a file: missing, empty, cut off, of another kind. */
export async function checkFile(path: string): Promise<FileCheck> {
  let facts: MediaFacts;
  try {
    facts = await readMediaFacts(path);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return unscored('media-missing', 'There is no file at this path that can be opened.');
  }
  if (facts.broken !== undefined) return unscored('media-broken', facts.broken);
  return { status: 'usable', facts };
}

/** First line of a decoder's message, without its full stop, to stand inside a sentence. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').trim().replace(/\.$/, '');
}
