import type { Item } from '../../../shared/model/content.ts';
import type { MediaServices } from '../define.ts';
import { decodeText, fetchBytes } from '../parts/fetch-bytes.ts';

/**
 * Text of an item: its file, or what stands in its place.
 *
 * @throws Error with a sentence when there is none
 */
export async function loadText(
  media: Item['media'],
  services: Pick<MediaServices, 'url'>,
  signal: AbortSignal,
  mostBytes: number,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  if (media.kind === 'inline') return { text: media.text, isWhole: true };
  if (media.kind !== 'file') throw new Error(noFile(media));
  const { bytes, isWhole } = await fetchBytes(services.url(media.ref.id), signal, mostBytes);
  return { text: decodeText(bytes), isWhole };
}

/** Why an item has no file to compare. */
export function noFile(media: Exclude<Item['media'], { kind: 'file' | 'inline' }>): string {
  switch (media.kind) {
    case 'missing':
      return `There is no file for “${media.value}”.`;
    case 'url':
      return `It is on host “${media.host}”, and is never fetched.`;
    case 'refused':
      return media.reason;
  }
}
