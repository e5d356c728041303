import { describe, expect, test } from 'vitest';
import { readJudgeReply, schemaOf, type ReplyKeys } from './read-reply.ts';

const keys: ReplyKeys = { numbers: [{ key: 'score', min: 1, max: 5 }], reasons: ['reason'] };
const read = (text: string) => readJudgeReply(text, keys);
const problemOf = (text: string) => {
  const reply = read(text);
  return reply.status === 'bad' ? reply.problem : reply.value;
};

describe('a reply is read', () => {
  test.each([
    ['plain', '{"score": 4, "reason": "ok"}'],
    ['fenced', '```json\n{"score": 4, "reason": "ok"}\n```'],
    ['fenced without a language', '  ```\n{"score": 4, "reason": "ok"}```  '],
    ['fenced with tildes and CR LF', '~~~json\r\n{"score": 4, "reason": "ok"}\r\n~~~'],
    ['with a byte order mark', '\uFEFF{"score": 4, "reason": "ok"}'],
    ['with a number in quotes', '{"score": "4", "reason": "ok"}'],
    ['with a whole decimal', '{"score": 4.0, "reason": "ok"}'],
    ['with a whole decimal in quotes', '{"score": " 4.00 ", "reason": "ok"}'],
    ['with further keys', '{"score": 4, "reason": "ok", "confidence": 0.3}'],
  ])('when it is %s', (_, text) => {
    expect(read(text)).toEqual({
      status: 'read',
      value: { numbers: { score: 4 }, reasons: { reason: 'ok' } },
    });
  });

  test('without its reason: a score is not thrown away for that', () => {
    expect(read('{"score": 1}')).toMatchObject({ value: { reasons: { reason: '' } } });
    expect(read('{"score": 1, "reason": ["a"]}')).toMatchObject({
      value: { reasons: { reason: '' } },
    });
  });
});

describe('a reply is bad, and says why', () => {
  test.each([
    ['prose around it', 'Sure! {"score": 4}', /not JSON and nothing but JSON/],
    ['prose behind a fence', '```json\n{"score": 4}\n```\nHope it helps', /not JSON/],
    ['two objects', '{"score": 4}{"score": 5}', /not JSON/],
    ['cut off', '{"score": 4, "reason": "be', /not JSON/],
    ['nothing', ' \n', /empty/],
    ['an array', '[4]', /not an object: \[4\]/],
    ['a number alone', '4', /not an object/],
    ['null', 'null', /not an object/],
    ['no score', '{"reason": "x"}', /"score" is missing; it must be a whole number from 1 to 5/],
    ['above the range', '{"score": 6}', /"score" is 6; it must be/],
    ['below the range', '{"score": 0}', /"score" is 0/],
    ['a fraction', '{"score": 4.5}', /"score" is 4.5/],
    ['a word', '{"score": "four"}', /"score" is "four"/],
    ['a share', '{"score": "4/5"}', /"score" is "4\/5"/],
    ['null as score', '{"score": null}', /"score" is null/],
    ['true as score', '{"score": true}', /"score" is true/],
    ['a list as score', '{"score": [4]}', /"score" is \[4\]/],
  ])('%s', (_, text, problem) => {
    expect(problemOf(text)).toMatch(problem);
  });

  test('not more than can be quoted to the model', () => {
    const reply = read(`{"score": "${'9'.repeat(5000)}"}`);

    expect(reply.status === 'bad' && reply.problem.length).toBeLessThan(250);
  });
});

test('the schema asks for every key, in a range, and for no other', () => {
  expect(schemaOf(keys)).toEqual({
    type: 'object',
    properties: {
      reason: { type: 'string' },
      score: { type: 'integer', minimum: 1, maximum: 5 },
    },
    required: ['reason', 'score'],
    additionalProperties: false,
  });
});
