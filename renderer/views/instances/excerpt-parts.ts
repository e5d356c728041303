import { parseContent } from '../../../shared/interleave/parse.ts';
import { MODALITIES, type ModalityId } from '../../../shared/model/modality.ts';

export type ExcerptPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly modality: ModalityId; readonly label: string };

/** Tags drawn as chips in one row of the table; further ones are words, to keep the row light. */
const TAGS_DRAWN = 4;

/** An excerpt in one line: text with its white space collapsed, tags in their short form. */
export function excerptParts(excerpt: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let tags = 0;
  for (const segment of parseContent(excerpt)) {
    if (segment.kind === 'text') {
      const text = segment.text.replace(/\s+/g, ' ');
      if (text.trim() !== '') parts.push({ kind: 'text', text });
      continue;
    }
    tags += 1;
    const label = `${MODALITIES[segment.modality].letter}${segment.number}`;
    if (tags > TAGS_DRAWN) parts.push({ kind: 'text', text: label });
    else parts.push({ kind: 'tag', modality: segment.modality, label });
  }
  return parts;
}
