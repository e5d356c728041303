import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../tests/builders/folders.ts';
import { readRecords } from '../load/record-stream.ts';
import type { RawRecord } from '../load/types.ts';
import { joinRecords, type KeptRecord } from './join-records.ts';

const joined = (text: string, kept: readonly string[], revised: Record<string, string> = {}) => {
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
  expect(joined(text, ['a', 'b', 'c'])).toBe(text);
});

test('a record that is left out takes what stood before it along', () => {
  expect(joined(`${A}\n${B}\n\n${C}\n`, ['a', 'c'])).toBe(`${A}\n\n${C}\n`);
  expect(joined(`${A}\n${B}\n${C}\n`, ['b', 'c'])).toBe(`${B}\n${C}\n`);
  expect(joined(`[${A}, ${B}, ${C}]`, ['b'])).toBe(`[${B}]`);
  expect(joined(`[${A}, ${B}, ${C}]`, ['b', 'c'])).toBe(`[${B}, ${C}]`);
});

test('prose between records is left out, they stay apart', () => {
  expect(joined(`Note: ${A}\nSome words.\n${B}\n${C} the end`, ['a', 'b', 'c'])).toBe(
    `${A}\n${B}\n${C}\n`,
  );
});

test('what was revised stands in its place', () => {
  expect(joined(`${A}\n${B}\n${C}\n`, ['a', 'b'], { b: '{"id":"ü"}' })).toBe(`${A}\n{"id":"ü"}\n`);
});

test('a revised record of loose strings stays apart from the one behind it', async () => {
  const path = join(QUIRKS, 'q02-loose-strings.jsonl');
  const records = await recordsOf(path);
  const kept = new Map(
    records.map(({ byteStart, byteEnd, value }) => {
      const revised = JSON.stringify(value, undefined, 2);
      return [byteStart, { byteStart, byteEnd, revised }];
    }),
  );

  const written = joinRecords(readFileSync(path), records, kept);

  const out = join(makeFolder(), 'out.jsonl');
  writeFileSync(out, written);
  expect((await recordsOf(out)).map(({ value }) => value)).toEqual(
    records.map(({ value }) => value),
  );
});

const QUIRKS = join(import.meta.dirname, '../../../tests/fixtures/quirks');
const FILES = readdirSync(QUIRKS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.jsonl?$/.test(name),
);

test.each(FILES)('every record of a quirk’s file comes out as it stood: %s', async (name) => {
  const path = join(QUIRKS, name);
  const bytes = readFileSync(path);
  const records = await recordsOf(path);
  const kept = new Map(
    records.map(({ byteStart, byteEnd }) => [
      byteStart,
      { byteStart, byteEnd, revised: undefined },
    ]),
  );

  const written = joinRecords(bytes, records, kept);

  const out = join(makeFolder(), 'out.jsonl');
  writeFileSync(out, written);
  const again = await recordsOf(out);
  expect(again.map(({ value }) => value)).toEqual(records.map(({ value }) => value));
  // a record of loose strings ends where the next begins, blanks included
  const textOf = (from: Buffer, all: typeof records) =>
    all.map(({ byteStart, byteEnd }) => from.toString('latin1', byteStart, byteEnd).trim());
  expect(textOf(written, again)).toEqual(textOf(bytes, records));
});

async function recordsOf(path: string): Promise<RawRecord[]> {
  const all: RawRecord[] = [];
  for await (const { records } of readRecords(path)) all.push(...records);
  return all;
}
