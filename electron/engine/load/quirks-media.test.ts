// Quirks 10 to 16, paths, media and code, by their number; files in tests/fixtures/quirks.
import { describe, expect, test } from 'vitest';
import type { ModalityId } from '../../../shared/model/modality.ts';
import {
  lintQuirk,
  quirkFile,
  quirkFolder,
  readQuirkFile,
  firstOf,
} from '../../../tests/builders/quirk-files.ts';
import { readMediaFacts } from '../media/facts.ts';
import { captionsOf } from './captions.ts';
import { cleanInlineCode } from './inline-code.ts';
import { companionsBeside, groupMeshEntries } from './mesh-groups.ts';
import { createMediaResolver } from './resolve-media.ts';
import type { UnimRecord } from './types.ts';
import { validatePaths } from './validate.ts';

function resolveAll(record: UnimRecord, name: string) {
  const resolver = createMediaResolver();
  const { field, subdomain } = record;
  const place = { roots: [quirkFolder], field, subdomain, file: quirkFile(name) };
  const entries = [...(record.input?.entries ?? []), ...(record.output?.entries ?? [])];
  return Object.fromEntries(
    entries.map(({ tag, modality, value }) => {
      const media = resolver.resolve(value, modality, place);
      return [tag, media.kind === 'file' ? media.path.slice(quirkFolder.length + 1) : media.kind];
    }),
  );
}

const DATA = 'data/natural_science/physics';

describe('quirk 10', () => {
  test('paths and URLs are found in the stated order, and nothing leaves the folder', async () => {
    const { records } = await readQuirkFile('q10-paths.jsonl');

    expect(resolveAll(firstOf(records), 'q10-paths.jsonl')).toEqual({
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
    expect(resolveAll(firstOf(records.slice(1)), 'q10-paths.jsonl')).toEqual({
      image1: `${DATA}/image/a & b#100% 图.png`,
      image2: `${DATA}/image/a & b#100% 图.png`,
    });
  });

  test('the report names what is missing, on a host, or refused', async () => {
    const { problems } = await validatePaths([quirkFolder]);

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
  const { records } = await readQuirkFile('q11-documents-are-images.jsonl');

  const record = firstOf(records);
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
  const { records } = await readQuirkFile('q12-mesh-in-parts.jsonl');

  const groupsOf = (record: UnimRecord) => {
    const paths = resolveAll(record, 'q12-mesh-in-parts.jsonl');
    const tags = record.input?.entries.map((entry) => entry.tag) ?? [];
    const groups = groupMeshEntries(tags.map((tag) => ({ tag, path: paths[tag] ?? '' })));
    return [...groups].map(([tag, files]) => [tag, files.map((file) => file.tag)]);
  };
  // one geometry: the texture is its own, whatever its name
  expect(groupsOf(firstOf(records))).toEqual([['threeD1', ['threeD2', 'threeD3']]]);
  // two geometries: by stem; nobody knows whose the texture is
  expect(groupsOf(firstOf(records.slice(1)))).toEqual([['threeD1', ['threeD3']]]);
  expect(companionsBeside('threeD/a.obj', ['a.mtl', 'a.JPG', 'b.mtl', 'a.obj', 'a.txt'])).toEqual([
    'a.JPG',
    'a.mtl',
  ]);
  expect(await lintQuirk('q12-mesh-in-parts.jsonl', 12)).toHaveLength(2);
});

test('quirk 13: binary point clouds of doubles and text meshes are read for what they are', async () => {
  const { records } = await readQuirkFile('q13-point-clouds.jsonl');

  const paths = resolveAll(firstOf(records), 'q13-point-clouds.jsonl');
  const [cloud, off, cut] = await Promise.all(
    ['threeD1', 'threeD2', 'threeD3'].map((tag) => readMediaFacts(quirkFile(paths[tag] ?? ''))),
  );
  expect(cloud).toMatchObject({ vertices: 16, sizeBytes: 503 });
  expect(cloud?.broken).toBeUndefined();
  expect(off).toMatchObject({ vertices: 4, faces: 4 });
  expect(cut?.broken).toMatch(/403 of 503 bytes/);
});

test('quirk 14: broken media are reported one by one, the rest is sound', async () => {
  expect(await lintQuirk('q14-broken-media.jsonl', 14)).toEqual([
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
    const { records } = await readQuirkFile('q15-values-that-are-no-paths.jsonl');

    expect(resolveAll(firstOf(records), 'q15-values-that-are-no-paths.jsonl')).toEqual({
      image1: 'inline', // a caption
      image2: `${DATA}/image/img_0001_01.png`,
      audio1: 'inline', // has a line break
      code1: 'inline', // always
      text1: 'inline',
      image3: 'inline', // too long for a path
      image4: 'missing', // empty
      image5: `${DATA}/image/img_0001_02.png`,
    });
    expect(captionsOf(firstOf(records)).map(({ tag }) => tag)).toContain('image1');
  });

  test('values that are no text are reported and cost only themselves', async () => {
    const { records, problems } = await readQuirkFile('q15-values-that-are-no-paths.jsonl');

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
  const { records } = await readQuirkFile('q16-code.jsonl');

  const { input, output } = firstOf(records);
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
