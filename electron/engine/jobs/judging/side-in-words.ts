import { expandCaptions } from '../../../../shared/interleave/expand.ts';
import type { SideToRead } from './read-response.ts';

/**
 * A side's content with its items put into words. An answer's reference to the input is the input item's;
 * its own items go first.
 *
 * @param ofTask  words for the task's items, by tag
 * @param own  words for the side's own
 */
export function sideInWords(
  { content, untagged }: SideToRead,
  ofTask: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
): string {
  return expandCaptions(content, new Map([...ofTask, ...own]), untagged);
}
