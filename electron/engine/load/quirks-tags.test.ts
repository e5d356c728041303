// Quirks 17 to 22, tags, by their number; files in tests/fixtures/quirks.
import { expect, test } from 'vitest';
import { buildSequence } from '../../../shared/interleave/sequence.ts';
import {
  lintQuirk,
  quirkFile,
  readQuirkFile,
  firstOf,
} from '../../../tests/builders/quirk-files.ts';
import { captionsOf } from './captions.ts';
import { validatePaths } from './validate.ts';

test('quirk 17: tags and modal keys in other spellings are one tag', async () => {
  const { records, problems } = await readQuirkFile('q17-tag-spellings.jsonl');

  const { input, output } = firstOf(records);
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
  expect(await lintQuirk('q17-tag-spellings.jsonl', 17)).toContain(
    '1 info Read the tag "< image 2 >" in the input as "<image2>".',
  );
});

test('quirk 18: a repeated tag is counted once; order is reported', async () => {
  expect(await lintQuirk('q18-repeated-tags.jsonl', 18)).toEqual([
    '1 info <image3>, <image2> stand more than once in the output; counted once.',
    '1 info <image2> stands out of numeric order in the output.',
  ]);
});

test('quirk 19: orphans, dangling tags and named expectations are told apart', async () => {
  expect(await lintQuirk('q19-orphans-and-dangling.jsonl', 19)).toEqual([
    '1 warning <video1> has no tag in the input; appended at its end.',
    '1 info <image2>, <audio1> stand in the input and name expected items.',
    '1 warning <audio1> has no tag in the output; appended at its end.',
    '1 warning <image9> has no entry in the output.',
  ]);
});

test('quirk 20: a tag of the answer that names an input item is a reference', async () => {
  const { problems } = await validatePaths([quirkFile('q20-references-to-the-input.jsonl')]);

  expect(problems.map(({ quirk, line, message }) => [quirk, line, message])).toEqual([
    [20, 1, '<image1>, <image2> stand in the output and name input items.'],
    [undefined, 19, expect.stringContaining('"image1" stands on both sides')],
  ]);
});

test('quirk 21: captions are taken out of tags, closing tags and all', async () => {
  const { records } = await readQuirkFile('q21-captions-in-tags.jsonl');

  expect(captionsOf(firstOf(records))).toEqual([
    { side: 'input', tag: 'image1', text: 'a tower at dusk', isError: false },
    { side: 'output', tag: 'audio1', text: 'the bell rings twice', isError: false },
    {
      side: 'output',
      tag: 'image2',
      text: 'a graph where x > 3 and y -> 0,\nwith two lines',
      isError: false,
    },
  ]);
  expect(await lintQuirk('q21-captions-in-tags.jsonl', 21)).toEqual([
    '1 info Took captions out of tags in the input: <image1>.',
    '1 info Took captions out of tags in the output: <audio1>, <image2>, <image1>.',
  ]);
});

test('quirk 22: other angle brackets stay text', async () => {
  const { records, problems } = await readQuirkFile('q22-brackets-that-are-no-tags.jsonl');

  const { output } = firstOf(records);
  const { segments } = buildSequence(output?.content ?? '', {
    side: 'output',
    ownTags: [],
    otherTags: [],
  });
  expect(segments).toEqual([
    { kind: 'text', text: output?.content, start: 0, end: output?.content.length },
  ]);
  expect(problems).toEqual([]);
  expect(await lintQuirk('q22-brackets-that-are-no-tags.jsonl', 22)).toHaveLength(2);
});
