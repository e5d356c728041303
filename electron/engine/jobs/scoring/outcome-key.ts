import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { OutcomeKey } from '../../db/outcomes.ts';
import type { ScorerInfo } from '../queue.ts';

/** What is looked at, as far as it decides an outcome beside its bytes. */
export type KeyInput =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'inline'; readonly language?: string | undefined }
  | { readonly kind: 'texts' };

/**
 * What an outcome is found by. Two files with the same bytes share one, unless their extensions differ,
 * which some decoders go by.
 */
export function outcomeKey(
  { metric, modality, profile, version, variant }: ScorerInfo,
  input: KeyInput,
  contentHash: string,
): OutcomeKey {
  const settingsHash = sha256(JSON.stringify([profile, modality, variant, formOf(input)]));
  return { metric, version, contentHash, settingsHash };
}

/** What decides how bytes are read. */
export function formOf(input: KeyInput): readonly string[] {
  switch (input.kind) {
    case 'file':
      return ['file', extname(input.path).toLowerCase()];
    case 'inline':
      return ['inline', input.language ?? ''];
    case 'texts':
      return ['texts'];
  }
}

/** One text for a key, to look it up in a map. */
export function keyText({ metric, version, contentHash, settingsHash }: OutcomeKey): string {
  return `${metric} ${version} ${contentHash} ${settingsHash}`;
}

/** SHA-256 of a text's UTF-8, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
