// Quirks 1 to 9, the container and the fields, by their number; files in tests/fixtures/quirks.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { instanceKey } from '../../../shared/model/dataset.ts';
import { lintQuirk, quirkFile, readQuirkFile } from '../../../tests/builders/quirk-files.ts';
import { loadCapabilities } from './capabilities.ts';

describe('quirk 1', () => {
  test.each([
    'q01-pretty-printed.jsonl',
    'q01-one-a-line.jsonl',
    'q01-array.jsonl',
    'q01-array-one-line.json',
  ])('the same five records stand in %s', async (name) => {
    const { ids, problems, records } = await readQuirkFile(name);

    expect(ids).toEqual(['1', '2', '3', '4', '5']);
    expect(problems).toEqual([]);
    expect(records[4]?.output?.content).toBe('It swings with a period of 5 s, see <image2>.');
  });

  test('each record knows its line, though two touch', async () => {
    const { raws } = await readQuirkFile('q01-pretty-printed.jsonl');

    const lines = readFileSync(quirkFile('q01-pretty-printed.jsonl'), 'utf8').split('\n');
    expect(raws.map(({ line }) => line)).toEqual([1, 18, 37, 53, 70]);
    expect(raws.map(({ line }) => lines[line - 1])).toEqual(['{', '{', '{', '}{', '{']);
  });
});

describe('quirk 2', () => {
  test('loose strings and objects become a record when key and value alternate', async () => {
    const { ids, raws, records } = await readQuirkFile('q02-loose-strings.jsonl');

    expect(ids).toEqual(['1', '2', '3', '4', '6']);
    expect(raws.filter((raw) => raw.repaired).map(({ line }) => line)).toEqual([18, 57]);
    expect(records[1]).toMatchObject({
      field: 'natural_science',
      subdomain: 'physics',
      difficulty: 2,
      input: { entries: [{ tag: 'image1' }] },
      output: { content: 'It swings with a period of 2 s, see <image2>.' },
    });
  });

  test('they are reported when they do not alternate, and the next record is whole', async () => {
    expect(await lintQuirk('q02-loose-strings.jsonl', 2)).toEqual([
      expect.stringMatching(/^18 info Put a record together/),
      expect.stringMatching(/^57 info Put a record together/),
      expect.stringMatching(/^77 error .*do not alternate, "subdomain" has no value/),
      expect.stringMatching(/^80 error .*there is only "id"/),
    ]);
  });
});

test('quirk 3: prose and stubs are passed over, reported with their line, and cost no record', async () => {
  const { ids } = await readQuirkFile('q03-stubs-and-prose.jsonl');

  expect(ids).toEqual(['1', '2', '3', '4']);
  expect((await lintQuirk('q03-stubs-and-prose.jsonl', 3)).sort()).toEqual([
    expect.stringMatching(
      /^1 warning .*"The following records were checked twice. {See the notes}"/,
    ),
    expect.stringMatching(/^19 warning Left out a stub: record "89"/),
    expect.stringMatching(/^20 warning .*"以下几条记录需要补充图片，"稍后"处理。"/),
    expect.stringMatching(/^22 warning .*"TODO: add \[three\] more, e.g. "a 'b" c"/),
    expect.stringMatching(/^40 warning .*"trailing words"/),
    expect.stringMatching(/^41 warning .*"End of the file."/),
  ]);
});

test('quirk 4: braces and quotes inside code end nothing', async () => {
  const { ids, problems, records } = await readQuirkFile('q04-braces-in-code.jsonl');

  expect(ids).toEqual(['1', '2', '3', '4', '5']);
  expect(problems).toEqual([]);
  expect(records[1]?.input?.entries[0]?.value).toBe(
    'if (text == "}") { depth[0] = "\\\\"; } // don\'t "quote" [[[',
  );
  expect(records[4]?.input?.entries[0]?.value).toBe('}\n{\n  "id": "9"\n}');
});

describe('quirk 5', () => {
  test('a byte order mark, CR LF, curly quotes, Chinese and emoji come through', async () => {
    const { ids, problems, records, raws } = await readQuirkFile('q05-bom-crlf.jsonl');

    expect(ids).toEqual(['1', '2']);
    expect(problems).toEqual([]);
    expect(raws.map(({ line, byteStart }) => [line, byteStart])).toEqual([
      [1, 3],
      [16, 353],
    ]);
    expect(records[0]?.input?.content).toBe('“Quoted” — 图中<image1>的钟摆 🕰️ naïve façade');
  });

  test('bytes that are no UTF-8 are reported, not hidden', async () => {
    const { ids, problems, raws } = await readQuirkFile('q05-damaged-bytes.jsonl');

    expect(ids).toEqual(['3', '4']);
    expect(raws.map((raw) => raw.repaired)).toEqual([true, false]);
    expect(problems).toMatchObject([{ quirk: 5, severity: 'warning', line: 1 }]);
  });
});

describe('quirk 6', () => {
  test('difficulty is 1, 2 or 3, by number, text or name, and mostly absent', async () => {
    const { records, problems } = await readQuirkFile('q06-difficulty.jsonl');

    const levels = records.map((record) => record.difficulty);
    expect(levels).toEqual([undefined, 1, 2, 3, 2, 3, undefined, undefined]);
    expect(problems.map(({ quirk, line }) => [quirk, line])).toEqual([
      [6, 7],
      [6, 8],
    ]);
  });

  test('capabilities come from a side table, CSV or JSON', async () => {
    const csv = await loadCapabilities(quirkFile('q06-capabilities.csv'));
    const json = await loadCapabilities(quirkFile('q06-capabilities.json'));

    const flat = ({ capabilities }: typeof csv) =>
      capabilities.map((row) => [
        instanceKey(row.field, row.subdomain, row.id),
        row.capabilities.join(' + '),
      ]);
    expect(flat(csv)).toEqual([
      ['natural_science/physics/1', 'spatial reasoning + counting'],
      ['natural_science/physics/1', 'temporal, ordering + counting'],
      ['natural_science/physics/2', 'Counting'],
    ]);
    expect(csv.problems).toMatchObject([{ quirk: 6, line: 5 }]);
    expect(flat(json)).toEqual([
      ['natural_science/physics/1', 'spatial reasoning + counting'],
      ['natural_science/physics/2', 'counting'],
    ]);
  });
});

test('quirk 7: general_domain and general_area are one field', async () => {
  const { records } = await readQuirkFile('q07-general-domain.jsonl');
  const inFolder = await readQuirkFile(
    'general_area/1_architecture/q07-folder-names-the-field.jsonl',
  );

  const all = [...records, ...inFolder.records];
  expect([...new Set(all.map((record) => record.field))]).toEqual(['general_area']);
  expect(inFolder.records[0]).toMatchObject({ field: 'general_area', subdomain: 'architecture' });
  expect(await lintQuirk('q07-general-domain.jsonl', 7)).toEqual([
    '1 info Read the field "general_domain" as "general_area".',
    '3 info Read the field "General Domain" as "general_area".',
  ]);
});

test('quirk 8: the number before a subdomain is not part of its name', async () => {
  const { records } = await readQuirkFile('q08-numbered-subdomains.jsonl');

  const names = records.map((record) => record.subdomain);
  expect(names).toEqual(['math', 'math', 'math', 'math', '3d_printing']);
  expect(await lintQuirk('q08-numbered-subdomains.jsonl', 8)).toEqual([
    '2 info Read the subdomain "1_math" as "math".',
    '3 info Read the subdomain "01_math" as "math".',
  ]);
});

test('quirk 9: ids are equal without leading zeros; duplicates are kept and reported', async () => {
  const { ids, records } = await readQuirkFile('q09-ids.jsonl');

  expect(ids).toEqual(['0301', '302', '301', '0301', '303', '0303', '000', '0', '301']);
  expect(new Set(records.map((r) => instanceKey(r.field, r.subdomain, r.id))).size).toBe(5);
  expect(await lintQuirk('q09-ids.jsonl', 9)).toEqual([
    expect.stringMatching(/^3 warning Id "301" .*second time.*line 1, there written "0301"/),
    expect.stringMatching(/^4 warning Id "0301" .*third time.*line 1\./),
    expect.stringMatching(/^6 warning Id "0303" .*second time.*line 5/),
    expect.stringMatching(/^8 warning Id "0" .*second time.*line 7, there written "000"/),
  ]);
});
