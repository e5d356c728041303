import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asGiven } from './given-paths.ts';

describe('a path in the output', () => {
  test('is written as the argument that it lies below was', () => {
    expect(asGiven(resolve('data/a/b.jsonl'), ['data/'])).toBe('data/a/b.jsonl');
    expect(asGiven(resolve('data/b.jsonl'), ['./data'])).toBe('./data/b.jsonl');
    expect(asGiven(resolve('b.jsonl'), ['b.jsonl'])).toBe('b.jsonl');
  });

  test('stays as it is below none of them', () => {
    expect(asGiven('/elsewhere/b.jsonl', ['data'])).toBe('/elsewhere/b.jsonl');
    expect(asGiven(resolve('database/b.jsonl'), ['data'])).toBe(resolve('database/b.jsonl'));
  });
});
