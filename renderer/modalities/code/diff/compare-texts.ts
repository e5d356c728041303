// Everything about two texts that takes time: languages, colours, lines, differences. Runs in a worker.
import { highlightCode } from '../highlight.ts';
import { plainLines } from '../line-tokens.ts';
import { diffLines, type DiffRows } from './diff-lines.ts';
import { breakLines, type SoftLines } from './soft-lines.ts';

/** Colouring a megabyte takes a second or two, of the worker's time. */
const MOST_COLOURED = 1_000_000;

export interface ComparedText {
  readonly text: string;
  /** What may name the language; undefined for prose, which is not coloured. */
  readonly hints: readonly (string | undefined)[] | undefined;
}

export interface ComparedSide extends SoftLines {
  readonly language: string | undefined;
  /** Why it is not coloured. */
  readonly limit: string | undefined;
  readonly lineCount: number;
}

export interface TextComparison {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly rows: DiffRows;
}

export function compareTexts(left: ComparedText, right: ComparedText): TextComparison {
  const sides = [left, right].map(sideOf);
  const [one = sideOf(left), other = sideOf(right)] = sides;
  return { left: one, right: other, rows: diffLines(one.texts, other.texts) };
}

function sideOf({ text, hints }: ComparedText): ComparedSide {
  const { lines, language, limit } =
    hints === undefined
      ? { lines: text === '' ? [] : plainLines(text), language: undefined, limit: undefined }
      : highlightCode(text, hints, MOST_COLOURED);
  return { ...breakLines(lines), language, limit, lineCount: lines.length };
}
