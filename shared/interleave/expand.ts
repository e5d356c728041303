import { parseContent } from './parse.ts';

/**
 * Interleaved content as a judge reads it: every tag becomes `<tag: caption>`, its name canonical.
 *
 * The caption is put in as it is and not looked through for tags itself. A tag that stands twice is
 * replaced twice; one without a caption stays as it was written, as does all other text. A caption that
 * was written inside the tag (quirk 21) gives way to the one given here: it is what the item shows that
 * counts, not what the answer says of it.
 *
 * @param captions  by canonical tag; for an answer's reference to the input the input item's
 * @param untagged  items that no tag names, in order: appended, each on a line of its own, where they
 *   have a caption
 */
export function expandCaptions(
  content: string,
  captions: ReadonlyMap<string, string>,
  untagged: readonly string[] = [],
): string {
  let expanded = '';
  let at = 0;
  for (const segment of parseContent(content)) {
    const caption = segment.kind === 'tag' ? captions.get(segment.tag) : undefined;
    if (segment.kind !== 'tag' || caption === undefined) continue;
    expanded += content.slice(at, segment.start) + captionedTag(segment.tag, caption);
    at = segment.end;
  }
  expanded += content.slice(at);
  const appended = untagged.flatMap((tag) => {
    const caption = captions.get(tag);
    return caption === undefined ? [] : [captionedTag(tag, caption)];
  });
  return [...(expanded === '' ? [] : [expanded]), ...appended].join('\n');
}

const captionedTag = (tag: string, caption: string) => `<${tag}: ${caption}>`;

/**
 * The text of an answer alone, as its quality is judged: the content without its tags, and without the
 * blanks that they leave at the ends of lines.
 *
 * @returns '' when there is nothing but tags and blanks
 */
export function textWithoutTags(content: string): string {
  return parseContent(content)
    .map((segment) => (segment.kind === 'text' ? segment.text : ''))
    .join('')
    .replaceAll(/[^\S\n]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
