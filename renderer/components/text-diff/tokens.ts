// Cuts what is read into what is compared: words in any script, and every item or tag as one piece. Blanks
// and the marks of Markdown are no words: they are never marked, so that the text can still be parsed.
import type { ReadingBlock } from '../../../shared/interleave/reading.ts';

export interface Token {
  /** Equal for what counts as equal. */
  readonly name: string;
  /** As it is written. */
  readonly text: string;
  readonly block: number;
  /** Index into the block's parts; -1 for an item's block. */
  readonly part: number;
  readonly start: number;
  readonly end: number;
  /** `whole`: code, maths or an address, which nothing can be put into. */
  readonly kind: 'word' | 'whole' | 'media';
}

const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
// fenced and inline code, maths, targets of links, addresses, HTML
const WHOLE =
  /```[\s\S]*?(?:```|$)|`[^`\n]+`|\$\$[\s\S]*?\$\$|\$(?!\s)[^$\n]+\$|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]|\]\([^)\s]*\)|https?:\/\/\S+|<\/?[a-z][^>\n]*>/giu;
// a list's number or dash, and the line below a table's head
const LINE_MARK = /^[^\S\n]*(?:\d{1,9}[.)]|[-+*])(?=\s)|^[^\S\n]*\|?[\s:|-]*-[\s:|-]*$/gmu;
const SYNTAX = /^[*_#>|[\](){}~\\`^=&$<-]$/u;

/** The tokens of all blocks, in reading order. */
export function tokensOf(blocks: readonly ReadingBlock[]): Token[] {
  const tokens: Token[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'item') {
      tokens.push(media(block.segment, { block: index, part: -1 }));
      return;
    }
    block.parts.forEach((part, at) => {
      const place = { block: index, part: at };
      if (typeof part === 'string') addText(part, place, tokens);
      else tokens.push(media(part, place));
    });
  });
  return tokens;
}

interface Place {
  readonly block: number;
  readonly part: number;
}

/** Of two answers neither the numbers of tags nor files are the same: an image is an image. */
function media(segment: { tag: string; modality: string; role: string }, place: Place): Token {
  const isMention = place.part !== -1;
  const name = `<${segment.modality}${isMention ? ' named' : ''}>`;
  return { name, text: `<${segment.tag}>`, ...place, start: 0, end: 0, kind: 'media' };
}

function addText(text: string, place: Place, tokens: Token[]): void {
  const wholes = [...text.matchAll(WHOLE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isSkipped: false,
  }));
  const marks = [...text.matchAll(LINE_MARK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isSkipped: true,
  }));
  let at = 0;
  for (const { start, end, isSkipped } of [...wholes, ...marks].sort((a, b) => a.start - b.start)) {
    if (start < at) continue; // inside the one before
    addWords(text, at, start, place, tokens);
    const piece = text.slice(start, end);
    if (!isSkipped) tokens.push({ name: piece, text: piece, ...place, start, end, kind: 'whole' });
    at = end;
  }
  addWords(text, at, text.length, place, tokens);
}

function addWords(text: string, from: number, to: number, place: Place, tokens: Token[]): void {
  if (from >= to) return;
  for (const { segment, index } of WORDS.segment(text.slice(from, to))) {
    if (segment.trim() === '' || SYNTAX.test(segment)) continue;
    const start = from + index;
    const end = start + segment.length;
    tokens.push({ name: segment, text: segment, ...place, start, end, kind: 'word' });
  }
}
