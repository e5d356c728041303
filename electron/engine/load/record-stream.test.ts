import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Problem } from '../../../shared/model/problem.ts';
import { readRecords } from './record-stream.ts';
import type { Checkpoint, RawRecord, ReadOptions } from './types.ts';

const dir = mkdtempSync(join(tmpdir(), 'loupe-stream-'));
afterAll(() => rmSync(dir, { recursive: true }));

async function readAll(path: string, options?: ReadOptions) {
  const records: RawRecord[] = [];
  const problems: Problem[] = [];
  const checkpoints: Checkpoint[] = [];
  for await (const batch of readRecords(path, options)) {
    records.push(...batch.records);
    problems.push(...batch.problems);
    checkpoints.push(batch.next);
  }
  return { records, problems, checkpoints, values: records.map((record) => record.value) };
}

async function readText(text: string | Buffer, options?: ReadOptions) {
  const path = join(dir, 'text.jsonl');
  writeFileSync(path, text);
  return readAll(path, options);
}

const record = fc
  .record({ id: fc.string({ unit: 'grapheme' }), body: fc.jsonValue({ maxDepth: 3 }) })
  .map(({ id, body }) => ({ domain: 'd', subdomain: 's', id, output: { content: id, body } }));
const layout = fc.constantFrom(0, 1, 2, 4);
const separator = fc.constantFrom(
  '\n',
  '\n\n\n',
  '',
  '\r\n',
  ',\n',
  ' , ',
  '\nA sentence {with braces} and "quotes" between.\n',
  '\n这里有一句话。\n',
  '\n```json\n',
  '\n[]\n',
);

test('any mixture of layouts, separators and prose is read back exactly', async () => {
  const pieces = fc.array(fc.tuple(record, layout, separator), { minLength: 1, maxLength: 12 });

  await fc.assert(
    fc.asyncProperty(pieces, async (list) => {
      const text = list.map(([value, indent, gap]) => JSON.stringify(value, null, indent) + gap);
      const { values, records } = await readText(text.join(''));
      expect(values).toEqual(list.map(([value]) => JSON.parse(JSON.stringify(value)) as unknown));
      const bytes = Buffer.from(text.join(''));
      for (const { byteStart, byteEnd, line, value } of records) {
        expect(JSON.parse(bytes.subarray(byteStart, byteEnd).toString())).toEqual(value);
        expect(line).toBe(bytes.subarray(0, byteStart).toString().split('\n').length);
      }
    }),
    { numRuns: 300 },
  );
});

test('a list is read back exactly in every layout', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 8 }), layout, async (list, indent) => {
      const { values, problems } = await readText(JSON.stringify(list, null, indent));
      expect(values).toEqual(JSON.parse(JSON.stringify(list)));
      expect(problems).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('reading resumes at every checkpoint with the same records, problems and lines', async () => {
  const gaps = ['\n', '\nsome prose\n', '', '\n{"domain": "cut off\n', '\n'];
  const text = Array.from({ length: 200 }, (_, i) => {
    const value = {
      domain: 'd',
      subdomain: 's',
      id: String(i),
      input: { content: '{"}]'.repeat(i) },
    };
    return JSON.stringify(value, null, i % 3) + (gaps[i % gaps.length] ?? '');
  }).join('');
  const whole = await readText(text, { batchSize: 7 });

  expect(whole.checkpoints.length).toBeGreaterThan(10);
  for (const start of whole.checkpoints) {
    const rest = await readAll(join(dir, 'text.jsonl'), { start });
    expect(rest.records).toEqual(whole.records.filter((r) => r.byteStart >= start.byte));
    const later = whole.problems.filter((p) => (p.line ?? 0) >= start.line);
    expect(later).toEqual(expect.arrayContaining(rest.problems));
  }
});

test('records longer than a chunk are read whole, in every layout', async () => {
  const long = 'x"\\{é'.repeat(500_000);
  const list = [1, 2, 3].map((id) => ({ domain: 'd', id: String(id), input: { content: long } }));
  for (const indent of [0, 2]) {
    const lines = await readText(
      list.map((value) => JSON.stringify(value, null, indent)).join('\n'),
    );
    const array = await readText(JSON.stringify(list, null, indent));
    expect(lines.values).toEqual(list);
    expect(array.values).toEqual(list);
    expect([...lines.problems, ...array.problems]).toEqual([]);
  }
});

test('raw line breaks, unknown escapes, stray commas and NaN are repaired and said to be', async () => {
  const { values, records, problems } = await readText(
    '{"id": "1", "input": {"content": "a\nb\t\\d \\( \\u12"}}\n' +
      '{"id": "2", "scores": {"image1": NaN, "image2": -Infinity, "a": [1, 2,],},}\n' +
      '{\n "id": "3"\n "input": {"content": "x"}\n "n": 3\n "m": [1]\n "z": true}\n',
  );

  expect(values).toEqual([
    { id: '1', input: { content: 'a\nb\t\\d \\( \\u12' } },
    { id: '2', scores: { image1: null, image2: null, a: [1, 2] } },
    { id: '3', input: { content: 'x' }, n: 3, m: [1], z: true },
  ]);
  expect(records.map((r) => r.repaired)).toEqual([true, true, true]);
  expect(problems.map((p) => [p.code, p.severity, p.line])).toEqual([
    ['bad-record', 'info', 1],
    ['bad-record', 'info', 3],
    ['bad-record', 'info', 4],
  ]);
});

test.each([
  ['at the end of the file', '{"domain":"d","id":"1","input":{"content":"cut', [], [1]],
  ['inside a text, the next record on the next line', 'CUT\n', ['2'], [1]],
  ['inside a text, the next record touching', 'CUT', ['2'], [1]],
])('a record cut off %s costs that record only', async (_, head, ids, lines) => {
  const cut = '{"domain":"d","subdomain":"s","id":"1","input":{"content":"Look at <ima';
  const next = ids
    .map((id) => JSON.stringify({ domain: 'd', subdomain: 's', id, input: {} }))
    .join('');
  const { records, problems } = await readText(head.replace('CUT', cut) + next);

  expect(records.map((r) => (r.value as { id: string }).id)).toEqual(ids);
  expect(problems.map((p) => [p.code, p.severity, p.line])).toEqual(
    lines.map((line) => ['truncated-json', 'error', line]),
  );
});

test('every place at which a record can be cut off leaves its neighbours whole', async () => {
  const make = (id: string) => ({
    domain: 'natural_science',
    subdomain: 'math',
    id,
    input: { modal: { code1: 'int main()\n{\n  return "}";\n}' }, content: 'Why <code1>?' },
    output: { modal: {}, content: 'Because.' },
  });
  for (const indent of [0, 2]) {
    const [a, b, c] = ['1', '2', '3'].map((id) => JSON.stringify(make(id), null, indent));
    for (let cut = 1; cut < (b ?? '').length; cut++) {
      const { values, problems } = await readText(`${a}\n${b?.slice(0, cut)}\n${c}\n`);
      expect(values, `cut after ${b?.slice(0, cut)}`).toEqual([make('1'), make('3')]);
      expect(problems).toHaveLength(1);
    }
  }
});

test('a record with an unescaped quote is reported and costs no other', async () => {
  const { values, problems } = await readText(
    '{"domain":"d","id":"1","input":{"content":"He said "hello" twice"}}\n{"domain":"d","id":"2"}\n',
  );

  expect(values).toEqual([{ domain: 'd', id: '2' }]);
  expect(problems.map((p) => [p.code, p.line])).toEqual([['bad-record', 1]]);
});

test('batches are small when records are large', async () => {
  const large = JSON.stringify({ domain: 'd', id: '1', input: { content: 'x'.repeat(3 << 20) } });
  const { records, checkpoints } = await readText(`${large}\n`.repeat(12));

  expect(records).toHaveLength(12);
  expect(checkpoints.length).toBeGreaterThanOrEqual(3); // 36 MiB in batches of some 8
});

test('one damaged byte costs at most the record it stands in', async () => {
  const value = (i: number) => ({
    domain: 'natural_science',
    subdomain: 'math',
    id: String(i),
    input: { modal: { code1: `{"[<'${'}'.repeat(i)}\n\\` }, content: 'Explain “it” 中文 <code1>' },
  });
  const layouts = fc.array(layout, { minLength: 6, maxLength: 6 });
  const gap = fc.constantFrom('\n', '', ',\n');
  const byte = fc.integer({ min: 0, max: 255 });

  await fc.assert(
    fc.asyncProperty(layouts, gap, fc.nat(), byte, async (indents, between, place, damage) => {
      const texts = indents.map((indent, i) => JSON.stringify(value(i), null, indent));
      const bytes = Buffer.from(texts.join(between));
      bytes[place % bytes.length] = damage;

      const { values } = await readText(bytes);

      const kept = indents.filter((_, i) =>
        values.some((found) => JSON.stringify(found) === JSON.stringify(value(i))),
      );
      expect(kept.length).toBeGreaterThanOrEqual(indents.length - 1);
    }),
    { numRuns: 400 },
  );
});
