// One line that says how samples find their instances; the command line and the app read the same.
import { AppError } from '../api/errors.ts';
import type { NativeRule } from './native.ts';

const SIDES = /\s*=>\s*/;
const OF_SAMPLE = /\{(?:sample|folder)\}/;
const OF_KEY = /\{(?:field|subdomain|id)\}/;
const WHOLE_KEY = '{field}/{subdomain}/{id}';

/**
 * Reads a rule: `order`, `order:FIELD/SUBDOMAIN`, `csv:FILE` (or a name that ends in .csv or .tsv),
 * `FIELD/SUBDOMAIN/{sample}`, `PATTERN => KEY`, or a pattern that names `{field}`, `{subdomain}`, `{id}`.
 *
 * @throws AppError 'bad-input'
 */
export function parseNativeRule(line: string): NativeRule {
  const text = line.trim();
  if (/^order$/i.test(text)) return { kind: 'order' };
  const order = /^order:\s*(.*)$/i.exec(text);
  if (order !== null) {
    const within = (order[1] ?? '').replace(/^\/+|\/+$/g, '');
    return within === '' ? { kind: 'order' } : { kind: 'order', within };
  }
  const table = /^csv:\s*(.+)$/i.exec(text);
  if (table !== null) return { kind: 'csv', path: table[1] ?? '' };
  if (/\.(?:csv|tsv)$/i.test(text) && !text.includes('{')) return { kind: 'csv', path: text };
  const pattern = text.replace(/^pattern:\s*/i, '');
  const [left = '', right] = pattern.split(SIDES);
  if (right !== undefined) return twoSided(left, right, text);
  if (OF_SAMPLE.test(left)) {
    if (left.split('/').length >= 3) return { kind: 'pattern', to: left };
    throw unreadable(text, 'an instance is FIELD/SUBDOMAIN/ID, which is not what it leads to');
  }
  if (OF_KEY.test(left)) return twoSided(left, WHOLE_KEY, text);
  throw unreadable(text, 'it names neither "order", a table, nor a pattern with {sample}');
}

/** The line that {@link parseNativeRule} reads as this rule. */
export function formatNativeRule(rule: NativeRule): string {
  switch (rule.kind) {
    case 'order':
      return rule.within === undefined ? 'order' : `order:${rule.within}`;
    case 'csv':
      return `csv:${rule.path}`;
    case 'pattern':
      if (rule.from === undefined) return rule.to;
      return rule.to === WHOLE_KEY ? rule.from : `${rule.from} => ${rule.to}`;
  }
}

function twoSided(from: string, to: string, text: string): NativeRule {
  if (from === '' || to === '') throw unreadable(text, 'one side of "=>" is empty');
  if (to.split('/').length < 3)
    throw unreadable(text, 'an instance is FIELD/SUBDOMAIN/ID, which is not what it leads to');
  for (const [, name] of to.matchAll(/\{(\w+)\}/g)) {
    if (name === 'sample' || name === 'folder' || from.includes(`{${name}}`)) continue;
    throw unreadable(text, `{${name}} is not in the pattern "${from}"`);
  }
  return { kind: 'pattern', from, to };
}

function unreadable(text: string, why: string): AppError {
  return new AppError(
    'bad-input',
    `Cannot read the rule: ${why}. Write e.g. "natural_science/chemistry/{sample}", ` +
      `"{field}/{subdomain}/{id}", "order" or "csv:FILE". "${text}"`,
  );
}
