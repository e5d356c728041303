import { InvalidArgumentError } from 'commander';
import { parseFilter } from '../../../shared/filter/parse.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';

/**
 * Takes the expression of `--filter`. Its form is looked at here; names are, once the project is open, by
 * the engine.
 */
export function parseFilterOption(text: string): InstanceFilter {
  const parsed = parseFilter(text);
  if (parsed.status === 'bad') {
    const { position, length, message } = parsed.problem;
    throw new InvalidArgumentError(`\n${pointAt(text, position, length)}\n${message}`);
  }
  return parsed.filter === undefined ? {} : { expression: text };
}

/** The text, and under it a mark below the part that is meant. */
export function pointAt(text: string, position: number, length: number): string {
  const before = text.slice(0, position).replace(/\s/g, ' ');
  const mark = `${'~'.repeat(Math.max(1, length))}`;
  return `  ${text.replace(/\s/g, ' ')}\n  ${' '.repeat([...before].length)}${mark}`;
}
