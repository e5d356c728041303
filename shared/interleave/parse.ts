// Finds placeholder tags in interleaved content. Everything else that has angle brackets — generics,
// HTML, comparisons (quirk 22) — stays text, and text is never given to innerHTML.
import { findModality, type ModalityId } from '../model/modality.ts';

/** A tag as it stands in the content, before it is known what it refers to. */
export interface RawTag {
  readonly kind: 'tag';
  readonly tag: string;
  readonly modality: ModalityId;
  readonly number: number;
  readonly caption?: string;
  readonly start: number;
  readonly end: number;
}
export interface RawText {
  readonly kind: 'text';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
export type RawSegment = RawTag | RawText;

// `<image1>`, `< image 1 >`, `<<image1>>`, `<IMAGE1>`, `<3D1>` (quirk 17), `<image2: caption` (quirk 21)
const OPENING = /<(<?)\s*([a-z]+|3d[a-z]*)[\s_-]*?(\d{1,4})\s*(>|:)/iy;
const CLOSING = /<\/\s*([a-z]+|3d[a-z]*)[\s_-]*?(\d{1,4})\s*>/iy;

/**
 * Splits interleaved content into text and tags, in reading order.
 *
 * Closing tags are left out of the text; what stands between `<audio1>` and `</audio1>` is the item's
 * caption, unless another tag stands there. Offsets are UTF-16, end exclusive.
 *
 * @returns text segments are never empty; the concatenation of all raw slices, closing tags
 *   included, is the content
 */
export function parseContent(content: string): RawSegment[] {
  const segments: RawSegment[] = [];
  let textStart = 0;
  const flush = (end: number) => {
    if (end > textStart)
      segments.push({
        kind: 'text',
        text: content.slice(textStart, end),
        start: textStart,
        end,
      });
  };
  let at = content.indexOf('<');
  while (at !== -1) {
    const opening = readOpening(content, at);
    const closingEnd = opening === undefined ? readClosing(content, at)?.end : undefined;
    const end = opening?.end ?? closingEnd;
    if (end !== undefined) {
      flush(at);
      if (opening !== undefined) segments.push(opening);
      textStart = end;
    }
    at = content.indexOf('<', end ?? at + 1);
  }
  flush(content.length);
  return segments;
}

/**
 * Canonical name of a `modal` key (`Image1` → `image1`, `3D1` → `threeD1`).
 *
 * @returns undefined when the key names no modality or has no number
 */
export function parseTagName(
  name: string,
): { tag: string; modality: ModalityId; number: number } | undefined {
  const match = /^\s*<?\s*([a-z]+|3d[a-z]*)[\s_-]*?(\d{1,4})\s*>?\s*$/i.exec(name);
  return match === null ? undefined : canonical(match[1] ?? '', match[2] ?? '');
}

function canonical(word: string, digits: string) {
  const modality = findModality(word);
  const number = Number(digits);
  return modality === undefined ? undefined : { tag: `${modality}${number}`, modality, number };
}

function readOpening(content: string, at: number): RawTag | undefined {
  OPENING.lastIndex = at;
  const match = OPENING.exec(content);
  if (match === null) return undefined;
  const name = canonical(match[2] ?? '', match[3] ?? '');
  if (name === undefined) return undefined;
  const head = { kind: 'tag', ...name, start: at } as const;
  const bodyStart = OPENING.lastIndex;
  if (match[4] === ':') return { ...head, ...readCaption(content, bodyStart) };
  const isDoubled = match[1] === '<' && content[bodyStart] === '>';
  const end = bodyStart + (isDoubled ? 1 : 0);
  return readEnclosed(content, end, name.tag, head) ?? { ...head, end };
}

function readClosing(content: string, at: number): { tag: string; end: number } | undefined {
  if (content[at + 1] !== '/') return undefined;
  CLOSING.lastIndex = at;
  const match = CLOSING.exec(content);
  const name = match === null ? undefined : canonical(match[1] ?? '', match[2] ?? '');
  return name === undefined ? undefined : { tag: name.tag, end: CLOSING.lastIndex };
}

/** `<audio1>a transcript</audio1>`: the text up to the closing tag of the same name. */
function readEnclosed(
  content: string,
  from: number,
  tag: string,
  head: Omit<RawTag, 'end' | 'caption'>,
): RawTag | undefined {
  for (let at = content.indexOf('<', from); at !== -1; at = content.indexOf('<', at + 1)) {
    const closing = readClosing(content, at);
    if (closing !== undefined) {
      if (closing.tag !== tag) return undefined;
      const caption = content.slice(from, at).trim();
      return caption === ''
        ? { ...head, end: closing.end }
        : { ...head, caption, end: closing.end };
    }
    OPENING.lastIndex = at;
    const other = OPENING.exec(content);
    if (other !== null && findModality(other[2] ?? '') !== undefined) return undefined;
  }
  return undefined;
}

// A `>` inside a caption may be an operator, an arrow or the end of `<sup>`. The caption ends at the
// first `>` outside such a pair that stands right behind a word and not right before one; where there
// is none before the next tag, at the last `>` there.
function readCaption(content: string, from: number): { caption: string; end: number } {
  let last = -1;
  let limit = content.length;
  for (let at = from; at < content.length; at++) {
    const char = content[at];
    if (char === '<') {
      OPENING.lastIndex = at;
      const next = OPENING.exec(content);
      if (next !== null && findModality(next[2] ?? '') !== undefined) {
        limit = at;
        break;
      }
      const pairEnd = htmlPairEnd(content, at);
      if (pairEnd !== undefined) at = pairEnd - 1;
    } else if (char === '>') {
      last = at;
      if (/[^\s=-]/.test(content[at - 1] ?? ' ') && !/[\p{L}\p{N}=]/u.test(content[at + 1] ?? ' '))
        break;
    }
  }
  if (last === -1) {
    // no end at all: the tag is kept, the caption reaches to the end of its line or to the next tag
    const lineEnd = content.indexOf('\n', from);
    const end = lineEnd === -1 ? limit : Math.min(lineEnd, limit);
    return { caption: content.slice(from, end).trim(), end };
  }
  return { caption: content.slice(from, last).trim(), end: last + 1 };
}

const HTML_TAG = /<\/?[a-z][a-z0-9]{0,9}\s*\/?>/iy;
function htmlPairEnd(content: string, at: number): number | undefined {
  HTML_TAG.lastIndex = at;
  return HTML_TAG.test(content) ? HTML_TAG.lastIndex : undefined;
}
