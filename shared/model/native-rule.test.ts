import { describe, expect, test } from 'vitest';
import { formatNativeRule, parseNativeRule } from './native-rule.ts';

describe('the line of a mapping rule', () => {
  test.each([
    ['order', { kind: 'order' }],
    ['order:natural_science/chemistry', { kind: 'order', within: 'natural_science/chemistry' }],
    ['csv:some where/map.txt', { kind: 'csv', path: 'some where/map.txt' }],
    [
      'natural_science/chemistry/{sample}',
      { kind: 'pattern', to: 'natural_science/chemistry/{sample}' },
    ],
    [
      '{field}/{subdomain}/{id}/*',
      { kind: 'pattern', from: '{field}/{subdomain}/{id}/*', to: '{field}/{subdomain}/{id}' },
    ],
    [
      '{s}_{n} => general_area/{s}/{n}',
      { kind: 'pattern', from: '{s}_{n}', to: 'general_area/{s}/{n}' },
    ],
  ])('%s is read, and written the same', (line, rule) => {
    expect(parseNativeRule(line)).toEqual(rule);
    expect(formatNativeRule(parseNativeRule(line))).toBe(line);
  });

  test('a table is known by its name, too', () => {
    expect(parseNativeRule('maps/a.tsv')).toEqual({ kind: 'csv', path: 'maps/a.tsv' });
  });

  test.each([
    'chemistry',
    '=> a/b/{sample}',
    '{n} => general_area/{n}',
    '{n} => general_area/art/{id}',
    '{sample}',
  ])('%s is refused in words', (line) => {
    expect(() => parseNativeRule(line)).toThrow(/^Cannot read the rule: .*"$/);
  });
});
