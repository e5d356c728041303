import { expect, test } from 'vitest';
import { joinRecords, type KeptRecord } from './join-records.ts';

const join = (text: string, kept: readonly string[], revised: Record<string, string> = {}) => {
  const bytes = Buffer.from(text);
  const all = [...text.matchAll(/\{"id":"\w"\}/g)].map(([record]) => {
    const byteStart = bytes.indexOf(record);
    return { record, byteStart, byteEnd: byteStart + Buffer.byteLength(record) };
  });
  const of = new Map(
    all
      .filter(({ record }) => kept.includes(record[7] ?? ''))
      .map(({ record, ...place }): [number, KeptRecord] => [
        place.byteStart,
        { ...place, revised: revised[record[7] ?? ''] },
      ]),
  );
  return joinRecords(bytes, all, of).toString();
};
const [A, B, C] = ['{"id":"a"}', '{"id":"b"}', '{"id":"c"}'] as const;

test.each([
  ['one a line', `${A}\n${B}\n${C}\n`],
  ['touching, without an end of line', `${A}${B}${C}`],
  ['with a byte order mark and CR LF', `\uFEFF${A}\r\n\r\n${B}\r\n${C}\r\n`],
  ['a list', `[\n  ${A},\n  ${B},\n  ${C}\n]\n`],
])('with every record kept the file is the same: %s', (_, text) => {
  expect(join(text, ['a', 'b', 'c'])).toBe(text);
});

test('a record that is left out takes what stood before it along', () => {
  expect(join(`${A}\n${B}\n\n${C}\n`, ['a', 'c'])).toBe(`${A}\n\n${C}\n`);
  expect(join(`${A}\n${B}\n${C}\n`, ['b', 'c'])).toBe(`${B}\n${C}\n`);
  expect(join(`[${A}, ${B}, ${C}]`, ['b'])).toBe(`[${B}]`);
  expect(join(`[${A}, ${B}, ${C}]`, ['b', 'c'])).toBe(`[${B}, ${C}]`);
});

test('prose between records is left out, they stay apart', () => {
  expect(join(`Note: ${A}\nSome words.\n${B}\n${C} the end`, ['a', 'b', 'c'])).toBe(
    `${A}\n${B}\n${C}\n`,
  );
});

test('what was revised stands in its place', () => {
  expect(join(`${A}\n${B}\n${C}\n`, ['a', 'b'], { b: '{"id":"ü"}' })).toBe(`${A}\n{"id":"ü"}\n`);
});
