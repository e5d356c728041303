import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignRendered, toRaw, toRendered } from './rendered-offsets.ts';

/** What stands in `raw` behind the first `part` of `rendered`. */
function behind(rendered: string, raw: string, part: string): string {
  const offsets = alignRendered(rendered, raw) ?? new Int32Array();
  const at = rendered.indexOf(part);
  return raw.slice(offsets[at], (offsets[at + part.length - 1] ?? 0) + 1);
}

test('the same text is itself', () => {
  expect([...(alignRendered('abc', 'abc') ?? [])]).toEqual([0, 1, 2, 3]);
});

test.each([
  ['A bold word here.', 'A **bold** word here.', 'word', 'word'],
  ['A bold word here.', 'A **bold** word here.', 'bold word', 'bold** word'],
  ['Title', '## Title', 'Title', 'Title'],
  ['see the page now', 'see [the page](https://example.org/the/page/now) now', 'now', 'now'],
  ['first image1 then', 'first <image1> then', 'image1 then', 'image1> then'],
  ['one two', 'one\n  two', 'two', 'two'],
  ['化学反应是', '**化学**反应是', '反应', '反应'],
  ['نص عربي', '*نص* عربي', 'عربي', 'عربي'],
  ['kept, inserted text, kept too', 'kept, kept too', 'kept too', 'kept too'],
])('in %j of %j, %j is %j', (rendered, raw, part, expected) => {
  expect(behind(rendered, raw, part)).toBe(expected);
});

test('what is rendered beside the content never makes offsets fall or leave it', () => {
  const words = fc.array(fc.constantFrom('alpha', 'beta', 'x', '**', '`', '\n\n', ' ', '<image1>'));
  fc.assert(
    fc.property(words, fc.string(), (parts, noise) => {
      const raw = parts.join('');
      const shown = parts.filter((part) => /^\w+$/.test(part)).join('') + noise;
      const offsets = alignRendered(shown, raw) ?? new Int32Array();

      return offsets.every((at, i) => at <= raw.length && at >= (offsets[i - 1] ?? 0));
    }),
  );
});

test('a piece is found in the content and back again', () => {
  const raw = 'A **bold** word.';
  const rendered = 'A bold word.';
  const offsets = alignRendered(rendered, raw) ?? new Int32Array();

  const piece = toRaw(offsets, rendered.indexOf('bold'), rendered.indexOf('bold') + 4);

  expect(piece).toEqual({ start: 4, end: 8 });
  expect(toRendered(offsets, 4, 8)).toEqual({ from: 2, to: 6 });
  expect(toRaw(offsets, 3, 3)).toBeUndefined();
  // only the two stars: nothing of it can be seen
  expect(toRendered(offsets, 8, 10)).toBeUndefined();
});

test('what another text says instead is no place of this one, and no part of a mark beside it', () => {
  const raw = 'The curve is flat.';
  const rendered = 'The line curve is flat.steep';
  const offsets = alignRendered(rendered, raw) ?? new Int32Array();
  const piece = (words: string) => {
    const at = rendered.indexOf(words);
    return toRaw(offsets, at, at + words.length);
  };

  expect(piece('line')).toBeUndefined();
  expect(piece('steep')).toBeUndefined();
  expect(piece('line curve')).toEqual({ start: 4, end: 9 });
  expect(piece('flat.steep')).toEqual({ start: 13, end: 18 });
  expect(toRendered(offsets, 4, 9)).toEqual({ from: 9, to: 14 });
  expect(toRendered(offsets, 13, 18)).toEqual({ from: 18, to: 23 });
});
