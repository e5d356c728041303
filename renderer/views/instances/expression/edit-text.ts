import type { Completion, Completions } from '../../../../shared/filter/complete.ts';
import type { FilterProblem } from '../../../../shared/filter/ast.ts';

/** A text with a caret in it. */
export interface EditedText {
  readonly text: string;
  readonly caret: number;
}

/** The text with a completion put in, the caret behind it and a space, ready to type on. */
export function acceptCompletion(
  text: string,
  { from, to }: Completions,
  { insert, kind }: Completion,
): EditedText {
  const after = text.slice(to);
  // a metric is mostly followed by the model it is of: SC("A")
  const isDone = kind !== 'metric' && !insert.endsWith('(') && !/^\s/.test(after);
  const head = `${text.slice(0, from)}${insert}${isDone ? ' ' : ''}`;
  return { text: `${head}${after}`, caret: head.length };
}

/** The text with what is wrong in it replaced by what was perhaps meant. */
export function acceptSuggestion(
  text: string,
  { position, length }: FilterProblem,
  suggestion: string,
): EditedText {
  const head = `${text.slice(0, position)}${suggestion}`;
  return { text: `${head}${text.slice(position + length)}`, caret: head.length };
}

/** The text in three parts: before what is wrong, what is wrong, and behind it. */
export function partsAround(
  text: string,
  { position, length }: Pick<FilterProblem, 'position' | 'length'>,
): readonly [before: string, wrong: string, after: string] {
  const end = position + length;
  const wrong = text.slice(position, end);
  // behind the end of the text there is a place, too
  return [text.slice(0, position), wrong === '' ? '\u00a0' : wrong, text.slice(end)];
}
