import { expect, test } from 'vitest';
import { editRecord, readRecordFields } from './edit-record.ts';

const RECORD = `{ "domain" : "natural_science",
    "id": "0301",   "x": [1, {"y": "}"}],
    "input":  { "modal": { "image1": "image/a.png" }, "content": "Look: \\"<image1>\\" {" },
    "output": {
      "modal": {
        "image2": "image/b.png",
        "audio1": "audio/c.mp3"
      },
      "content": "See\\r\\n<image2>"
    },
    "difficulty_level": 3 }`;

test('a form shows what stands there', () => {
  expect(readRecordFields(RECORD)).toEqual({
    input: { content: 'Look: "<image1>" {', entries: [{ tag: 'image1', value: 'image/a.png' }] },
    output: {
      content: 'See\r\n<image2>',
      entries: [
        { tag: 'image2', value: 'image/b.png' },
        { tag: 'audio1', value: 'audio/c.mp3' },
      ],
    },
  });
  expect(readRecordFields('{"id": ')).toBeUndefined();
  expect(readRecordFields('[1]')).toBeUndefined();
});

test('a changed content changes nothing beside it, and keeps its line ends', () => {
  const edited = editRecord(RECORD, {
    kind: 'content',
    side: 'output',
    content: 'Here\n<image2>!',
  });

  expect(edited).toBe(RECORD.replace('See\\r\\n<image2>', 'Here\\r\\n<image2>!'));
});

test('entries are changed, renamed, taken out and put in as the others are written', () => {
  const side = 'output';

  expect(editRecord(RECORD, { kind: 'value', side, tag: 'image2', value: 'x' })).toBe(
    RECORD.replace('image/b.png', 'x'),
  );
  expect(editRecord(RECORD, { kind: 'rename', side, tag: 'audio1', to: 'audio2' })).toBe(
    RECORD.replace('audio1', 'audio2'),
  );
  expect(editRecord(RECORD, { kind: 'remove', side, tag: 'image2' })).toBe(
    RECORD.replace('"image2": "image/b.png",\n        ', ''),
  );
  expect(editRecord(RECORD, { kind: 'remove', side, tag: 'audio1' })).toBe(
    RECORD.replace(',\n        "audio1": "audio/c.mp3"', ''),
  );
  expect(editRecord(RECORD, { kind: 'add', side, tag: 'code1', value: 'a = 1' })).toBe(
    RECORD.replace('c.mp3"', 'c.mp3",\n        "code1": "a = 1"'),
  );
  expect(editRecord(RECORD, { kind: 'add', side: 'input', tag: 'code1', value: '' })).toBe(
    RECORD.replace('a.png"', 'a.png", "code1": ""'),
  );
});

test('what was taken out and put in again reads as before', () => {
  const emptied = editRecord(RECORD, { kind: 'remove', side: 'input', tag: 'image1' });

  const filled = editRecord(emptied, {
    kind: 'add',
    side: 'input',
    tag: 'image1',
    value: 'image/a.png',
  });

  expect(emptied).toContain('"modal": {}');
  expect(JSON.parse(filled)).toEqual(JSON.parse(RECORD));
});

test('what is escaped elsewhere is escaped here', () => {
  const escaped = '{"input": {"content": "\\u00e4"}}';

  expect(editRecord(escaped, { kind: 'content', side: 'input', content: 'ö' })).toBe(
    '{"input": {"content": "\\u00f6"}}',
  );
  expect(
    editRecord('{"input": {"content": "ä"}}', { kind: 'content', side: 'input', content: 'ö' }),
  ).toBe('{"input": {"content": "ö"}}');
});
