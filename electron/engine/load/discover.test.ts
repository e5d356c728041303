import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { parseCombinationName } from './combination-name.ts';
import { discoverSources } from './discover.ts';
import { recordContext } from './record-context.ts';
import { validatePaths } from './validate.ts';

const base = mkdtempSync(join(tmpdir(), 'loupe-discover-'));
afterAll(() => rmSync(base, { recursive: true }));
let dir = '';
let count = 0;
beforeEach(() => {
  dir = join(base, String(count++));
  mkdirSync(dir);
});

const value = (content = '<image1>', image = 'image/img_0001_01.png') => ({
  domain: 'natural_science',
  subdomain: 'math',
  id: '1',
  input: { modal: {}, content: 'Draw it.' },
  output: { modal: { image1: image }, content },
});

function write(name: string, content: unknown): string {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

function writeRelease(at = ''): void {
  const file = 'natural_science/1_math/text_image.jsonl';
  write(`${at}qapairs_placeholder/${file}`, value());
  write(`${at}qapairs_caption/${file}`, value('<image1: a triangle>'));
  write(`${at}data/natural_science/math/image/img_0001_01.png`, 'x');
  write(`${at}data/natural_science/math/document/doc_0001_01.json`, value());
  write(`${at}.cache/hidden.jsonl`, value());
  write(`${at}package.json`, { name: 'something', capabilities: 'else' });
}

const kinds = ({ files }: Awaited<ReturnType<typeof discoverSources>>) =>
  files.map(({ path, kind }) => [path.slice(dir.length + 1), kind]);

test('the release’s layout gives dataset and captions, without media and hidden files', async () => {
  writeRelease();

  const found = await discoverSources(dir, 'dataset');

  expect(found.root).toBe(dir);
  expect(found.problems).toEqual([]);
  expect(kinds(found)).toEqual([
    ['qapairs_caption/natural_science/1_math/text_image.jsonl', 'captions'],
    ['qapairs_placeholder/natural_science/1_math/text_image.jsonl', 'dataset'],
  ]);
});

test.each([
  ['the folder of records', 'qapairs_placeholder'],
  ['a field', 'qapairs_placeholder/natural_science'],
  ['one file', 'qapairs_placeholder/natural_science/1_math/text_image.jsonl'],
])('%s, opened on its own, still finds its media in the sibling folder', async (_, path) => {
  writeRelease();

  const found = await discoverSources(join(dir, path), 'dataset');
  const report = await validatePaths([join(dir, path)]);

  expect(found.root).toBe(dir);
  expect(found.files).toHaveLength(1);
  expect(report.problems.filter(({ severity }) => severity !== 'info')).toEqual([
    expect.objectContaining({ quirk: 14 }), // the stand-in is no PNG
  ]);
});

test('a release that was unpacked into a folder of its own is found there', async () => {
  writeRelease('UniM-main/');

  const { root, files } = await discoverSources(dir, 'dataset');

  expect(root).toBe(join(dir, 'UniM-main'));
  expect(files).toHaveLength(2);
});

test('a flat folder with media beside the records is its own root', async () => {
  write('natural_science/math/text_image.jsonl', value());
  write('natural_science/math/image/img_0001_01.png', 'x');

  for (const opened of ['', 'natural_science', 'natural_science/math']) {
    const { root, files } = await discoverSources(join(dir, opened), 'dataset');
    expect(root).toBe(join(dir, opened));
    expect(files.map(({ kind }) => kind)).toEqual(['dataset']);
    const report = await validatePaths([join(dir, opened)]);
    expect(report.problems.map(({ quirk }) => quirk)).toEqual([14]);
  }
});

test('predictions that repeat the input are told by what they are said to be, or by folder', async () => {
  write('predictions/a.jsonl', value());

  expect(kinds(await discoverSources(dir))).toEqual([['predictions/a.jsonl', 'predictions']]);
  const said = await discoverSources(join(dir, 'predictions'), 'predictions');
  expect(said.files.map(({ kind }) => kind)).toEqual(['predictions']);
});

test('size and time of each file are given', async () => {
  const path = write('a.jsonl', value());

  const { files } = await discoverSources(path);

  expect(files).toEqual([
    {
      path,
      kind: 'dataset',
      sizeBytes: JSON.stringify(value(), null, 2).length,
      mtimeMs: expect.any(Number) as number,
    },
  ]);
});

test('a file’s name states its combination', () => {
  const named = (name: string) => parseCombinationName(`/x/${name}.jsonl`);

  expect(named('image&audio_image')).toEqual({ input: ['image', 'audio'], output: ['image'] });
  expect(named('audio&image_3D&code')).toEqual({
    input: ['image', 'audio'],
    output: ['code', 'threeD'],
  });
  expect(named('text_text')).toEqual({ input: [], output: [] });
  expect(named('model_answers')).toBeUndefined();
  expect(named('image')).toBeUndefined();
});

test('a record that does not fit its file’s name is reported', async () => {
  const path = write('natural_science/math/image_audio.jsonl', value());

  const { problems, counts } = await validatePaths([path]);

  expect(problems).toContainEqual(
    expect.objectContaining({
      severity: 'warning',
      line: 1,
      key: 'natural_science/math/1',
      message: expect.stringContaining(
        'says "image → audio", the record is "text → image"',
      ) as string,
    }),
  );
  expect(counts).toEqual({
    byField: { natural_science: 1 },
    byCombination: { 'text → image': 1 },
    byModality: { image: 1 },
  });
});

test('field and subdomain come from the folders where a record names none', () => {
  const from = (file: string) => {
    const { field, subdomain } = recordContext('/root', file, 'dataset');
    return [field, subdomain];
  };

  expect(from('/root/general_area/3_food/a.jsonl')).toEqual(['general_area', 'food']);
  expect(from('/root/x/general_domain/food/deep/a.jsonl')).toEqual(['general_area', 'food']);
  expect(from('/root/own_field/own_part/a.jsonl')).toEqual(['own_field', 'own_part']);
  expect(from('/root/a.jsonl')).toEqual([undefined, undefined]);
  expect(from('/root/model/a.jsonl')).toEqual([undefined, undefined]);
});

test('progress names every file once', async () => {
  write('a.jsonl', value());
  write('b.jsonl', value());
  const seen: string[] = [];

  const report = await validatePaths([dir], ({ filesDone, filesTotal, currentFile }) =>
    seen.push(`${filesDone}/${filesTotal} ${currentFile.slice(dir.length + 1)}`),
  );

  expect(seen).toEqual(['0/2 a.jsonl', '1/2 b.jsonl']);
  expect(report).toMatchObject({ kind: 'dataset', files: 2, records: 2, repaired: 0 });
});
