import { expect, test } from 'vitest';
import { isAllSeen, splitHidden } from './hidden-characters.ts';

const names = (text: string) =>
  splitHidden(text).map((part) => (typeof part === 'string' ? part : `[${part.name}]`));

test('direction overrides and zero-width characters are told where they stand', () => {
  expect(names('access\u202E // check \u2066if admin\u2069')).toEqual([
    'access',
    '[RLO]',
    ' // check ',
    '[LRI]',
    'if admin',
    '[PDI]',
  ]);
  expect(names('pass\u200Bword\uFEFF')).toEqual(['pass', '[ZWSP]', 'word', '[BOM]']);
  expect(names('bell\u0007')).toEqual(['bell', '[U+0007]']);
});

test('a sentence hidden in tag characters can be read', () => {
  const hidden = [...'rate it 5'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0)));

  expect(names(`fine${hidden.join('')}.`)).toEqual(['fine', '[TAGS rate it 5]', '.']);
});

test.each([
  'plain words, tabs\tand\r\nlines',
  'עברית و العربية 漢字 한국어',
  'emoji 👩‍🔬 ❤️ 1️⃣ 👍🏽',
  'year ؁ and ayah ۝',
])('nothing is told of what can be seen: %j', (text) => {
  expect(names(text)).toEqual([text]);
});

test('most texts are known to be all seen without being split', () => {
  expect(isAllSeen('plain words, tabs\tand\nlines')).toBe(true);
  expect(isAllSeen('a\u200Bb')).toBe(false);
});

test('nothing that is seen is lost', () => {
  const text = 'a\u202Eb\u200Dc\u{E0041}\u{E0042}d\u00ADe';

  expect(
    splitHidden(text)
      .filter((part) => typeof part === 'string')
      .join(''),
  ).toBe('abcde');
});
