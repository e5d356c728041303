// Lays interleaved content out for reading: a sentence is never torn apart by a picture. Each tag
// stays in its sentence as a small reference, and the item itself follows the sentence's end.
import type { Segment, TagSegment } from '../model/content.ts';

/** A run of text with references in it, or an item at its place. */
export type ReadingBlock =
  | { readonly kind: 'text'; readonly parts: readonly (string | TagSegment)[] }
  | { readonly kind: 'item'; readonly segment: TagSegment };

// behind a full stop and closing quotes, or at a line's end; CJK stops need no space behind them
const SENTENCE_END = /[.!?…]["'”’)\]*_]*(?=\s|$)|[。！？]["'”’）」』]*|\n/gu;

/**
 * Splits segments into text runs and items, in reading order.
 *
 * An item stands behind the sentence that names it first, or right at its tag where that is a sentence
 * of its own (`Result: <image2> Next …`), and is then not named twice; repeats, references to the input and tags
 * of expected outputs stay in the text only. Orphans stand at the end. A Markdown table is not split.
 *
 * @returns text blocks are never blank, unless they hold a reference
 */
export function readingBlocks(segments: readonly Segment[]): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  let parts: (string | TagSegment)[] = [];
  let waiting: TagSegment[] = [];
  const flush = () => {
    const text = withoutLoneTags(parts, waiting);
    if (saysSomething(text, waiting)) blocks.push({ kind: 'text', parts: text });
    blocks.push(...waiting.map((segment) => ({ kind: 'item' as const, segment })));
    parts = [];
    waiting = [];
  };
  for (const segment of segments) {
    if (segment.kind === 'text') {
      const end = waiting.length === 0 ? undefined : sentenceEnd(segment.text, parts);
      if (end === undefined) {
        parts.push(segment.text);
        continue;
      }
      parts.push(segment.text.slice(0, end));
      flush();
      parts.push(segment.text.slice(end));
      continue;
    }
    if (segment.role === 'orphan') {
      if (waiting.length === 0) flush();
      waiting.push(segment);
      continue;
    }
    parts.push(segment);
    if (segment.role === 'item' || segment.role === 'dangling') waiting.push(segment);
  }
  flush();
  return blocks;
}

/** Leaves out tags on a line of their own at the end: their items stand right behind it. */
function withoutLoneTags(
  parts: readonly (string | TagSegment)[],
  waiting: readonly TagSegment[],
): readonly (string | TagSegment)[] {
  const end = parts.findLastIndex((part) =>
    typeof part === 'string' ? part.trim() !== '' : !waiting.includes(part),
  );
  const lone = parts.slice(end + 1);
  const before = parts[end];
  const gap = typeof lone[0] === 'string' ? lone[0] : '';
  const isOwnLine = typeof before === 'string' && /\n[^\S\n]*$/.test(before + gap);
  return isOwnLine && !before.includes('|') ? parts.slice(0, end + 1) : parts;
}

/** False for blank text, also with tags in it whose items stand right behind it. */
function saysSomething(
  parts: readonly (string | TagSegment)[],
  waiting: readonly TagSegment[],
): boolean {
  return parts.some((part) =>
    typeof part === 'string' ? part.trim() !== '' : !waiting.includes(part),
  );
}

const OPEN_END = /(?:^|[.!?…:。！？：]["'”’)\]*_]*)$/u;
const NEW_SENTENCE = /^\s+["'“‘([*_]*[\p{Lu}\p{Lo}]/u;

/** Offset behind the end of the sentence that `text` continues; undefined when it does not end here. */
function sentenceEnd(text: string, before: readonly (string | TagSegment)[]): number | undefined {
  let line = lineStart(before);
  if (NEW_SENTENCE.test(text) && OPEN_END.test(textBeforeTags(before)) && !line.includes('|'))
    return 0;
  SENTENCE_END.lastIndex = 0;
  for (let match = SENTENCE_END.exec(text); match !== null; match = SENTENCE_END.exec(text)) {
    const end = match.index + match[0].length;
    const isTable = line.trimStart().startsWith('|') || line.includes(' | ');
    if (match[0] === '\n') {
      const next = text.slice(end);
      if (!isTable || !next.trimStart().startsWith('|')) return end;
      line = next;
    } else if (!isTable) return end;
  }
  return undefined;
}

/** The beginning of the line on which the text before a segment ends. */
function lineStart(before: readonly (string | TagSegment)[]): string {
  const text = before.map((part) => (typeof part === 'string' ? part : `<${part.tag}>`)).join('');
  return text.slice(text.lastIndexOf('\n') + 1);
}

/** The text up to the tags at its end, without blanks there. */
function textBeforeTags(before: readonly (string | TagSegment)[]): string {
  const last = before.findLast((part) => typeof part === 'string' && part.trim() !== '');
  return typeof last === 'string' ? last.trimEnd() : '';
}
