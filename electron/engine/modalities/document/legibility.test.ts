import fc from 'fast-check';
import { expect, test } from 'vitest';
import { legibility } from './legibility.ts';

const share = (text: string) => {
  const { plausible, characters } = legibility(text);
  return plausible / characters;
};

test.each([
  'The quick brown fox, 12.5 % of it (in 2019), is well-known and/or file_name.',
  'Ünïcödé Straßenbahnhaltestelle, naïve façade',
  '这是一个测试 これはテストです 한국어 текст на русском ελληνικά',
  'H2O + CO2 → H2CO3, pH = 7.4; GATTACAGATTACAGATTACA',
  'See https://example.org/a?b=c or write to a.b@example.org.',
  '| a | b |\n|---|---|\n```\n## heading',
])('plausible whatever the language: %s', (text) => {
  expect(share(text)).toBe(1);
});

test.each([
  'xkqzt jfhgk wqrtp zxcvbnm',
  '~~~~ #@%& ^&*(% ((((',
  '\ufffd\ufffd\ufffd\ufffd',
  'aBcDeFgHi iiiii',
])('implausible: %s', (text) => {
  expect(share(text)).toBeLessThan(0.3);
});

test('it is always a share, and noise among words lowers it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { words, characters, plausible } = legibility(text);
      expect(plausible).toBeLessThanOrEqual(characters);
      expect(words).toBeLessThanOrEqual(characters);
    }),
  );

  expect(share('these are words')).toBeGreaterThan(share('these are words xkqzt wqrtp'));
});
