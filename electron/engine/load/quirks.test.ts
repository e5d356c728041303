// One test a quirk of the format, by its number, on the look-alike files in tests/fixtures/quirks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSequence } from '../../../shared/interleave/sequence.ts';
import { instanceKey } from '../../../shared/model/dataset.ts';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { readMediaFacts } from '../media/facts.ts';
import { loadCapabilities } from './capabilities.ts';
import { captionsOf } from './captions.ts';
import { cleanInlineCode } from './inline-code.ts';
import { parseRecord, recordContext } from './record.ts';
import { readRecords } from './record-stream.ts';
import { companionsBeside, groupMeshEntries } from './mesh-groups.ts';
import { createMediaResolver } from './resolve-media.ts';
import type { RawRecord, UnimRecord } from './types.ts';
import { validatePaths } from './validate.ts';

const root = join(import.meta.dirname, '../../../tests/fixtures/quirks');
const fixture = (name: string) => join(root, name);

async function read(name: string) {
  const path = fixture(name);
  const context = recordContext(root, path, 'dataset');
  const raws: RawRecord[] = [];
  const records: UnimRecord[] = [];
  const problems: Problem[] = [];
  for await (const batch of readRecords(path)) {
    raws.push(...batch.records);
    problems.push(...batch.problems);
    for (const raw of batch.records) {
      const parsed = parseRecord(raw, context);
      problems.push(...parsed.problems);
      if (parsed.record !== undefined) records.push(parsed.record);
    }
  }
  return { raws, records, problems, ids: records.map((record) => record.id) };
}

/** Problems of one quirk, as `line severity message`. */
async function lint(name: string, quirk: number) {
  const { problems } = await validatePaths([fixture(name)]);
  return problems
    .filter((problem) => problem.quirk === quirk)
    .map(({ line, severity, message }) => `${line} ${severity} ${message}`);
}

function resolveAll(record: UnimRecord, name: string) {
  const resolver = createMediaResolver();
  const { field, subdomain } = record;
  const place = { roots: [root], field, subdomain, file: fixture(name) };
  const entries = [...(record.input?.entries ?? []), ...(record.output?.entries ?? [])];
  return Object.fromEntries(
    entries.map(({ tag, modality, value }) => {
      const media = resolver.resolve(value, modality, place);
      return [tag, media.kind === 'file' ? media.path.slice(root.length + 1) : media.kind];
    }),
  );
}

const [only, first] = [
  <T>(list: readonly T[]): T => {
    expect(list).toHaveLength(1);
    return list[0] as T;
  },
  <T>(list: readonly T[]): T => list[0] as T,
];
const DATA = 'data/natural_science/physics';

describe('quirk 1', () => {
  test.each([
    'q01-pretty-printed.jsonl',
    'q01-one-a-line.jsonl',
    'q01-array.jsonl',
    'q01-array-one-line.json',
  ])('the same five records stand in %s', async (name) => {
    const { ids, problems, records } = await read(name);

    expect(ids).toEqual(['1', '2', '3', '4', '5']);
    expect(problems).toEqual([]);
    expect(records[4]?.output?.content).toBe('It swings with a period of 5 s, see <image2>.');
  });

  test('each record knows its line, though two touch', async () => {
    const { raws } = await read('q01-pretty-printed.jsonl');

    const lines = readFileSync(fixture('q01-pretty-printed.jsonl'), 'utf8').split('\n');
    expect(raws.map(({ line }) => line)).toEqual([1, 18, 37, 53, 70]);
    expect(raws.map(({ line }) => lines[line - 1])).toEqual(['{', '{', '{', '}{', '{']);
  });
});

describe('quirk 2', () => {
  test('loose strings and objects become a record when key and value alternate', async () => {
    const { ids, raws, records } = await read('q02-loose-strings.jsonl');

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
    expect(await lint('q02-loose-strings.jsonl', 2)).toEqual([
      expect.stringMatching(/^18 info Put a record together/),
      expect.stringMatching(/^57 info Put a record together/),
      expect.stringMatching(/^77 error .*do not alternate, "subdomain" has no value/),
      expect.stringMatching(/^80 error .*there is only "id"/),
    ]);
  });
});

test('quirk 3: prose and stubs are passed over, reported with their line, and cost no record', async () => {
  const { ids } = await read('q03-stubs-and-prose.jsonl');

  expect(ids).toEqual(['1', '2', '3', '4']);
  expect((await lint('q03-stubs-and-prose.jsonl', 3)).sort()).toEqual([
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
  const { ids, problems, records } = await read('q04-braces-in-code.jsonl');

  expect(ids).toEqual(['1', '2', '3', '4', '5']);
  expect(problems).toEqual([]);
  expect(records[1]?.input?.entries[0]?.value).toBe(
    'if (text == "}") { depth[0] = "\\\\"; } // don\'t "quote" [[[',
  );
  expect(records[4]?.input?.entries[0]?.value).toBe('}\n{\n  "id": "9"\n}');
});

describe('quirk 5', () => {
  test('a byte order mark, CR LF, curly quotes, Chinese and emoji come through', async () => {
    const { ids, problems, records, raws } = await read('q05-bom-crlf.jsonl');

    expect(ids).toEqual(['1', '2']);
    expect(problems).toEqual([]);
    expect(raws.map(({ line, byteStart }) => [line, byteStart])).toEqual([
      [1, 3],
      [16, 353],
    ]);
    expect(records[0]?.input?.content).toBe('“Quoted” — 图中<image1>的钟摆 🕰️ naïve façade');
  });

  test('bytes that are no UTF-8 are reported, not hidden', async () => {
    const { ids, problems, raws } = await read('q05-damaged-bytes.jsonl');

    expect(ids).toEqual(['3', '4']);
    expect(raws.map((raw) => raw.repaired)).toEqual([true, false]);
    expect(only(problems)).toMatchObject({ quirk: 5, severity: 'warning', line: 1 });
  });
});

describe('quirk 6', () => {
  test('difficulty is 1, 2 or 3, by number, text or name, and mostly absent', async () => {
    const { records, problems } = await read('q06-difficulty.jsonl');

    const levels = records.map((record) => record.difficulty);
    expect(levels).toEqual([undefined, 1, 2, 3, 2, 3, undefined, undefined]);
    expect(problems.map(({ quirk, line }) => [quirk, line])).toEqual([
      [6, 7],
      [6, 8],
    ]);
  });

  test('capabilities come from a side table, CSV or JSON', async () => {
    const csv = await loadCapabilities(fixture('q06-capabilities.csv'));
    const json = await loadCapabilities(fixture('q06-capabilities.json'));

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
    expect(only(csv.problems)).toMatchObject({ quirk: 6, line: 5 });
    expect(flat(json)).toEqual([
      ['natural_science/physics/1', 'spatial reasoning + counting'],
      ['natural_science/physics/2', 'counting'],
    ]);
  });
});

test('quirk 7: general_domain and general_area are one field', async () => {
  const { records } = await read('q07-general-domain.jsonl');
  const inFolder = await read('general_area/1_architecture/q07-folder-names-the-field.jsonl');

  const all = [...records, ...inFolder.records];
  expect([...new Set(all.map((record) => record.field))]).toEqual(['general_area']);
  expect(inFolder.records[0]).toMatchObject({ field: 'general_area', subdomain: 'architecture' });
  expect(await lint('q07-general-domain.jsonl', 7)).toEqual([
    '1 info Read the field "general_domain" as "general_area".',
    '3 info Read the field "General Domain" as "general_area".',
  ]);
});

test('quirk 8: the number before a subdomain is not part of its name', async () => {
  const { records } = await read('q08-numbered-subdomains.jsonl');

  const names = records.map((record) => record.subdomain);
  expect(names).toEqual(['math', 'math', 'math', 'math', '3d_printing']);
  expect(await lint('q08-numbered-subdomains.jsonl', 8)).toEqual([
    '2 info Read the subdomain "1_math" as "math".',
    '3 info Read the subdomain "01_math" as "math".',
  ]);
});

test('quirk 9: ids are equal without leading zeros; duplicates are kept and reported', async () => {
  const { ids, records } = await read('q09-ids.jsonl');

  expect(ids).toEqual(['0301', '302', '301', '0301', '303', '0303', '000', '0', '301']);
  expect(new Set(records.map((r) => instanceKey(r.field, r.subdomain, r.id))).size).toBe(5);
  expect(await lint('q09-ids.jsonl', 9)).toEqual([
    expect.stringMatching(/^3 warning Id "301" .*second time.*line 1, there written "0301"/),
    expect.stringMatching(/^4 warning Id "0301" .*third time.*line 1\./),
    expect.stringMatching(/^6 warning Id "0303" .*second time.*line 5/),
    expect.stringMatching(/^8 warning Id "0" .*second time.*line 7, there written "000"/),
  ]);
});

describe('quirk 10', () => {
  test('paths and URLs are found in the stated order, and nothing leaves the folder', async () => {
    const { records } = await read('q10-paths.jsonl');

    expect(resolveAll(first(records), 'q10-paths.jsonl')).toEqual({
      image1: `${DATA}/image/img_0001_01.png`, // as given under the data root
      image2: `${DATA}/image/img_0001_02.png`, // under field and subdomain
      image3: 'beside/note.png', // beside the record's file
      image4: `${DATA}/image/img_0001_02.png`, // by base name: `images` for `image`
      image5: `${DATA}/image/img_0001_01.png`, // Windows separators
      image6: 'missing',
      image7: 'beside/note.png', // `..` that stays inside
      image8: `${DATA}/image/img_0001_02.png`, // URL with a query
      image9: 'url',
      image10: `${DATA}/image/a & b#100% 图.png`, // percent-encoded
      threeD1: `${DATA}/threeD/thd_0001_01.obj`, // URL: `3dmesh` for `threeD`
      audio1: 'refused',
      audio2: 'refused',
    });
    expect(resolveAll(records[1] as UnimRecord, 'q10-paths.jsonl')).toEqual({
      image1: `${DATA}/image/a & b#100% 图.png`,
      image2: `${DATA}/image/a & b#100% 图.png`,
    });
  });

  test('the report names what is missing, on a host, or refused', async () => {
    const { problems } = await validatePaths([root]);

    const own = problems.filter(
      ({ file, quirk, code }) =>
        file.endsWith('q10-paths.jsonl') && (quirk === 10 || code === 'path-refused'),
    );
    expect(own.map(({ code, severity, key, line }) => [code, severity, key, line])).toEqual([
      ['quirk', 'warning', 'natural_science/physics/1', 1],
      ['quirk', 'info', 'natural_science/physics/1', 1],
      ['path-refused', 'error', 'natural_science/physics/1', 1],
      ['path-refused', 'error', 'natural_science/physics/1', 1],
    ]);
  });
});

test('quirk 11: the key decides the modality, not the folder or the extension', async () => {
  const { records } = await read('q11-documents-are-images.jsonl');

  const record = first(records);
  expect(resolveAll(record, 'q11-documents-are-images.jsonl')).toEqual({
    document1: `${DATA}/image/doc_0011_01.png`,
    document2: `${DATA}/image/doc_0011_02.pdf`,
    document3: `${DATA}/image/doc_0011_01.png`,
    audio1: `${DATA}/video/aud_0011_01.wav`,
  });
  const modalities: ModalityId[] = ['document', 'document'];
  expect(record.input?.entries.map((entry) => entry.modality)).toEqual(modalities);
});

test('quirk 12: mesh, material and texture are one thing', async () => {
  const { records } = await read('q12-mesh-in-parts.jsonl');

  const groupsOf = (record: UnimRecord) => {
    const paths = resolveAll(record, 'q12-mesh-in-parts.jsonl');
    const tags = record.input?.entries.map((entry) => entry.tag) ?? [];
    const groups = groupMeshEntries(tags.map((tag) => ({ tag, path: paths[tag] ?? '' })));
    return [...groups].map(([tag, files]) => [tag, files.map((file) => file.tag)]);
  };
  // one geometry: the texture is its own, whatever its name
  expect(groupsOf(first(records))).toEqual([['threeD1', ['threeD2', 'threeD3']]]);
  // two geometries: by stem; nobody knows whose the texture is
  expect(groupsOf(records[1] as UnimRecord)).toEqual([['threeD1', ['threeD3']]]);
  expect(companionsBeside('threeD/a.obj', ['a.mtl', 'a.JPG', 'b.mtl', 'a.obj', 'a.txt'])).toEqual([
    'a.JPG',
    'a.mtl',
  ]);
  expect(await lint('q12-mesh-in-parts.jsonl', 12)).toHaveLength(2);
});

test('quirk 13: binary point clouds of doubles and text meshes are read for what they are', async () => {
  const { records } = await read('q13-point-clouds.jsonl');

  const paths = resolveAll(first(records), 'q13-point-clouds.jsonl');
  const [cloud, off, cut] = await Promise.all(
    ['threeD1', 'threeD2', 'threeD3'].map((tag) => readMediaFacts(fixture(paths[tag] ?? ''))),
  );
  expect(cloud).toMatchObject({ vertices: 16, sizeBytes: 503 });
  expect(cloud?.broken).toBeUndefined();
  expect(off).toMatchObject({ vertices: 4, faces: 4 });
  expect(cut?.broken).toMatch(/403 of 503 bytes/);
});

test('quirk 14: broken media are reported one by one, the rest is sound', async () => {
  expect(await lint('q14-broken-media.jsonl', 14)).toEqual([
    expect.stringMatching(/^1 warning The file of "image1": Cut off/),
    expect.stringMatching(/^1 warning The file of "image2": The file is empty/),
    expect.stringMatching(
      /^1 info The file of "image3": The extension says PNG, the bytes are JPEG/,
    ),
    expect.stringMatching(/^1 warning The file of "audio1": Cut off.*244 of 1,644 bytes/),
  ]);
});

describe('quirk 15', () => {
  test('captions and code as values are content, not paths', async () => {
    const { records } = await read('q15-values-that-are-no-paths.jsonl');

    expect(resolveAll(first(records), 'q15-values-that-are-no-paths.jsonl')).toEqual({
      image1: 'inline', // a caption
      image2: `${DATA}/image/img_0001_01.png`,
      audio1: 'inline', // has a line break
      code1: 'inline', // always
      text1: 'inline',
      image3: 'inline', // too long for a path
      image4: 'missing', // empty
      image5: `${DATA}/image/img_0001_02.png`,
    });
    expect(captionsOf(first(records)).map(({ tag }) => tag)).toContain('image1');
  });

  test('values that are no text are reported and cost only themselves', async () => {
    const { records, problems } = await read('q15-values-that-are-no-paths.jsonl');

    expect(records[1]?.input?.entries.map((entry) => entry.tag)).toEqual(['image2']);
    expect(problems.map(({ message }) => /"modal" entry "(\w+)"/.exec(message)?.[1])).toEqual([
      'image1',
      'audio1',
      'video1',
      'document1',
      'caption',
    ]);
  });
});

test('quirk 16: code is cleaned of fences and escapes when it is read', async () => {
  const { records } = await read('q16-code.jsonl');

  const { input, output } = first(records);
  const cleaned = [...(input?.entries ?? []), ...(output?.entries ?? [])].map(({ value }) =>
    cleanInlineCode(value),
  );
  expect(cleaned).toEqual([
    { language: 'python', text: 'print("a\\n")' }, // fenced with a language
    { language: 'python', text: 'print("a\\n")' }, // fenced with \r
    { language: 'python', text: 'print("a\\n")' }, // language on the next line
    { text: 'print("a\\n")' }, // not fenced, and its \n is the program's
    { language: 'python', text: 'print("a\\n")\nprint("b")' }, // doubly escaped
    { language: 'python', text: 'print("a\\n")\nprint("b")' }, // CR LF
    { language: 'c++', text: 'int main() {}' }, // a full stop behind the fence
    { text: 'def f():\n    return "x"' }, // doubly escaped, not fenced
    { language: 'js', text: 'let a = 1;' },
    { text: '    indented = True\n    kept = True' },
    { language: 'python', text: 'print(1)' }, // not closed
    { language: 'ruby', text: 'puts 1' },
    { language: 'java', text: 'class A {}' },
  ]);
  expect(input?.entries[1]?.value).toBe('```\rpython\rprint("a\\n")\r```');
});

test('quirk 17: tags and modal keys in other spellings are one tag', async () => {
  const { records, problems } = await read('q17-tag-spellings.jsonl');

  const { input, output } = first(records);
  const names = ['image1', 'image2', 'image3', 'image4', 'threeD1', 'threeD2', 'threeD3'];
  expect(input?.entries.map((entry) => entry.tag)).toEqual([...names, 'image5', 'image6']);
  const { segments } = buildSequence(input?.content ?? '', {
    side: 'input',
    ownTags: input?.entries.map((entry) => entry.tag) ?? [],
    otherTags: output?.entries.map((entry) => entry.tag) ?? [],
  });
  const tags = segments.filter((segment) => segment.kind === 'tag');
  expect(tags.map(({ tag, role }) => [tag, role])).toEqual(
    [...names, 'image5', 'image6'].map((name) => [name, 'item']),
  );
  expect(
    problems.filter(({ severity }) => severity === 'warning').map(({ quirk }) => quirk),
  ).toEqual([17, 17]);
  expect(await lint('q17-tag-spellings.jsonl', 17)).toContain(
    '1 info Read the tag "< image 2 >" in the input as "<image2>".',
  );
});

test('quirk 18: a repeated tag is counted once; order is reported', async () => {
  expect(await lint('q18-repeated-tags.jsonl', 18)).toEqual([
    '1 info <image3>, <image2> stand more than once in the output; counted once.',
    '1 info <image2> stands out of numeric order in the output.',
  ]);
});

test('quirk 19: orphans, dangling tags and named expectations are told apart', async () => {
  expect(await lint('q19-orphans-and-dangling.jsonl', 19)).toEqual([
    '1 warning <video1> has no tag in the input; appended at its end.',
    '1 info <image2>, <audio1> stand in the input and name expected items.',
    '1 warning <audio1> has no tag in the output; appended at its end.',
    '1 warning <image9> has no entry in the output.',
  ]);
});

test('quirk 20: a tag of the answer that names an input item is a reference', async () => {
  const { problems } = await validatePaths([fixture('q20-references-to-the-input.jsonl')]);

  expect(problems.map(({ quirk, line, message }) => [quirk, line, message])).toEqual([
    [20, 1, '<image1>, <image2> stand in the output and name input items.'],
    [undefined, 19, expect.stringContaining('"image1" stands on both sides')],
  ]);
});

test('quirk 21: captions are taken out of tags, closing tags and all', async () => {
  const { records } = await read('q21-captions-in-tags.jsonl');

  expect(captionsOf(first(records))).toEqual([
    { side: 'input', tag: 'image1', text: 'a tower at dusk', isError: false },
    { side: 'output', tag: 'audio1', text: 'the bell rings twice', isError: false },
    {
      side: 'output',
      tag: 'image2',
      text: 'a graph where x > 3 and y -> 0,\nwith two lines',
      isError: false,
    },
  ]);
  expect(await lint('q21-captions-in-tags.jsonl', 21)).toEqual([
    '1 info Took captions out of tags in the input: <image1>.',
    '1 info Took captions out of tags in the output: <audio1>, <image2>, <image1>.',
  ]);
});

test('quirk 22: other angle brackets stay text', async () => {
  const { records, problems } = await read('q22-brackets-that-are-no-tags.jsonl');

  const { output } = first(records);
  const { segments } = buildSequence(output?.content ?? '', {
    side: 'output',
    ownTags: [],
    otherTags: [],
  });
  expect(segments).toEqual([
    { kind: 'text', text: output?.content, start: 0, end: output?.content.length },
  ]);
  expect(problems).toEqual([]);
  expect(await lint('q22-brackets-that-are-no-tags.jsonl', 22)).toHaveLength(2);
});
