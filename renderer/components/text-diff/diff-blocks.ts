import type { ReadingBlock } from '../../../shared/interleave/reading.ts';
import type { TagSegment } from '../../../shared/model/content.ts';
import { diffIds, type Match } from './diff-ids.ts';
import { tokensOf, type Token } from './tokens.ts';

/**
 * A piece of a text run: `in` stands only here, `out` only in the other text; `changed` says that the
 * code or maths behind it is another there.
 */
export type DiffPart =
  | string
  | TagSegment
  | { readonly kind: 'in' | 'out'; readonly text: string }
  | { readonly kind: 'changed' };

export interface BlocksDiff {
  /** The parts of each text block, by its index. */
  readonly parts: ReadonlyMap<number, readonly DiffPart[]>;
  /** What the other text has where this one has no text run. */
  readonly tail: string;
  /** Words and items that stand only here, and only there. */
  readonly added: number;
  readonly removed: number;
}

/**
 * Compares the running text of two columns as a whole, items as single pieces, and says of each text run
 * of `own` what is new in it and what is gone. An item that is missing so shifts nothing.
 */
export function diffBlocks(
  own: readonly ReadingBlock[],
  other: readonly ReadingBlock[],
): BlocksDiff {
  const ours = tokensOf(own);
  const theirs = tokensOf(other);
  const ids = new Map<string, number>();
  const matches = withoutSpecks(diffIds(idsOf(theirs, ids), idsOf(ours, ids)), theirs, ours);
  return write(own, ours, theirs, other, matches);
}

function idsOf(tokens: readonly Token[], known: Map<string, number>): Int32Array {
  return Int32Array.from(tokens, ({ name }) => {
    const id = known.get(name) ?? known.size;
    known.set(name, id);
    return id;
  });
}

const MOST_SPECK_WORDS = 5; // a clause that is the same is worth telling, whatever stands round it
const MOST_PASSES = 4; // each drop makes its neighbours' changes longer

/**
 * Drops short runs of equal words between longer changes: two sentences that share "the" and "of" read
 * better as one replaced by the other. Items are never dropped.
 */
function withoutSpecks(
  matches: readonly Match[],
  theirs: readonly Token[],
  ours: readonly Token[],
): readonly Match[] {
  let kept = matches;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const before = kept.length;
    kept = withoutSpecksOnce(kept, theirs, ours);
    if (kept.length === before) break;
  }
  return kept;
}

function withoutSpecksOnce(
  matches: readonly Match[],
  theirs: readonly Token[],
  ours: readonly Token[],
): readonly Match[] {
  const runs = runsOf(matches);
  const changesBefore = (index: number) => {
    const [a, b] = runs[index - 1]?.at(-1) ?? [-1, -1];
    const [x, y] = runs[index]?.[0] ?? [theirs.length, ours.length];
    return Math.max(x - a - 1, y - b - 1);
  };
  return runs.flatMap((run, index) => {
    const [before, after] = [changesBefore(index), changesBefore(index + 1)];
    const words = run.filter(([, b]) => /[\p{L}\p{N}]/u.test(ours[b]?.text ?? '')).length;
    // a full stop alone is held by what stands beside it, words by what is changed round them
    const isSpeck = words === 0 ? Math.min(before, after) > 1 : 2 * words < before + after;
    const isBetween = before > 0 && after > 0;
    const holdsMedia = run.some(([, b]) => ours[b]?.kind === 'media');
    return isSpeck && isBetween && words <= MOST_SPECK_WORDS && !holdsMedia ? [] : run;
  });
}

function runsOf(matches: readonly Match[]): Match[][] {
  const runs: Match[][] = [];
  for (const match of matches) {
    const last = runs.at(-1)?.at(-1);
    const follows = last !== undefined && last[0] + 1 === match[0] && last[1] + 1 === match[1];
    if (follows) runs.at(-1)?.push(match);
    else runs.push([match]);
  }
  return runs;
}

/** Where something of the other text is told: before or behind one of our tokens. */
interface Note {
  readonly text: string;
  readonly isBehind: boolean;
}

function write(
  own: readonly ReadingBlock[],
  ours: readonly Token[],
  theirs: readonly Token[],
  other: readonly ReadingBlock[],
  matches: readonly Match[],
): BlocksDiff {
  const partner = new Int32Array(ours.length).fill(-1);
  for (const [a, b] of matches) partner[b] = a;
  const notes = new Map<number, Note[]>();
  const tail: string[] = [];
  let taken = 0;
  const tell = (upTo: number, before: number) => {
    const text = textBetween(other, theirs, taken, upTo);
    taken = upTo;
    if (text === '') return;
    const place = placeOf(ours, before);
    if (place === undefined) tail.push(text);
    else notes.set(place.at, [...(notes.get(place.at) ?? []), { text, isBehind: place.isBehind }]);
  };
  // before the first of ours that is new, not behind the last: what was replaced stands first
  let firstNew = -1;
  for (let at = 0; at <= ours.length; at++) {
    const match = at === ours.length ? theirs.length : (partner[at] ?? -1);
    if (match === -1) {
      if (firstNew === -1) firstNew = at;
      continue;
    }
    tell(match, firstNew === -1 ? at : firstNew);
    taken = match + 1;
    firstNew = -1;
  }
  const parts = new Map<number, readonly DiffPart[]>();
  const byBlock = Map.groupBy(ours.keys(), (at) => ours[at]?.block ?? -1);
  own.forEach((block, index) => {
    if (block.kind !== 'text') return;
    const tokens = (byBlock.get(index) ?? []).map((at) => ({
      token: ours[at],
      isNew: partner[at] === -1,
      notes: notes.get(at) ?? [],
    }));
    parts.set(index, writeBlock(block.parts, tokens));
  });
  return {
    parts,
    tail: tail.join(' '),
    added: ours.length - matches.length,
    removed: theirs.length - matches.length,
  };
}

/** The nearest token of a text run: the one itself, the one before it, or any other. */
function placeOf(
  ours: readonly Token[],
  before: number,
): { readonly at: number; readonly isBehind: boolean } | undefined {
  const isText = (at: number) => ours[at] !== undefined && ours[at].part !== -1;
  if (isText(before)) return { at: before, isBehind: false };
  for (let at = before - 1; at >= 0; at--) if (isText(at)) return { at, isBehind: true };
  for (let at = before + 1; at < ours.length; at++) if (isText(at)) return { at, isBehind: false };
  return undefined;
}

/** The other side's text of some tokens, as written; items by their tag. */
function textBetween(
  blocks: readonly ReadingBlock[],
  tokens: readonly Token[],
  from: number,
  to: number,
): string {
  let text = '';
  let last: Token | undefined;
  for (const token of tokens.slice(from, to)) {
    // an item that its sentence has named already
    if (token.part === -1 && text.endsWith(token.text)) continue;
    const isSamePart = last?.block === token.block && last.part === token.part;
    if (isSamePart && last !== undefined) {
      const block = blocks[token.block];
      const part = block?.kind === 'text' ? block.parts[token.part] : undefined;
      if (typeof part === 'string') text += part.slice(last.end, token.start);
    } else if (last !== undefined) text += ' ';
    text += token.text;
    last = token;
  }
  return text.replace(/\s+/g, ' ');
}

interface Written {
  readonly token: Token | undefined;
  readonly isNew: boolean;
  readonly notes: readonly Note[];
}

function writeBlock(
  source: readonly (string | TagSegment)[],
  tokens: readonly Written[],
): DiffPart[] {
  const out: DiffPart[] = [];
  const add = (part: DiffPart) => {
    if (part !== '') out.push(part);
  };
  let next = 0;
  source.forEach((part, index) => {
    let at = 0;
    for (; tokens[next]?.token?.part === index; next++) {
      const { token, isNew, notes = [] } = tokens[next] ?? {};
      if (token === undefined) continue;
      const before = notes.filter(({ isBehind }) => !isBehind);
      if (typeof part === 'string') {
        const gap = part.slice(at, token.start);
        const last = out.at(-1);
        const grows =
          isNew === true &&
          token.kind === 'word' &&
          before.length === 0 &&
          /^[^\S\n]*$/.test(gap) &&
          at > 0 &&
          isIn(last);
        if (grows) out[out.length - 1] = { kind: 'in', text: last.text + gap + token.text };
        else {
          add(gap);
          for (const { text } of before) add({ kind: 'out', text });
          if (isNew === true && token.kind === 'whole') add({ kind: 'changed' });
          add(
            isNew === true && token.kind === 'word' ? { kind: 'in', text: token.text } : token.text,
          );
        }
        at = token.end;
      } else {
        for (const { text } of before) add({ kind: 'out', text });
        add(part);
      }
      for (const { text, isBehind } of notes) if (isBehind) add({ kind: 'out', text });
    }
    if (typeof part === 'string') add(part.slice(at));
  });
  return joined(out);
}

function isIn(part: DiffPart | undefined): part is { kind: 'in'; text: string } {
  return typeof part === 'object' && part.kind === 'in';
}

/** Neighbouring plain strings as one. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const all: DiffPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}
