import { describe, expect, test } from 'vitest';
import { askCaption, CAPTION_FORM } from './ask-caption.ts';
import {
  askCodeQuality,
  askCoherence,
  askDocumentQuality,
  askSc,
  askTextQuality,
} from './ask-judge.ts';
import type { ChatPart, Question } from './define.ts';
import { promptInUse } from './prompts.ts';

const sc = (over: Partial<Parameters<typeof askSc>[0]> = {}) =>
  askSc({
    prompt: promptInUse('judge-sc'),
    task: 'Draw a cat.',
    reference: '<image1: a cat>',
    response: '<image1: a dog>',
    ...over,
  });
const image = (byte: number): ChatPart => ({
  type: 'image',
  mimeType: 'image/png',
  bytes: Uint8Array.of(byte),
});
const caption = (parts: readonly ChatPart[], modality: 'image' | 'code' = 'image') =>
  askCaption({
    prompt: promptInUse(`caption-${modality}`),
    modality,
    parts,
    facts: { size: '2 × 2 pixels', format: 'PNG' },
  });
const textOf = (question: Question<unknown>) =>
  question.messages
    .flatMap(({ parts }) => parts.map((part) => (part.type === 'text' ? part.text : part.type)))
    .join('\n');

describe('a question to the judge', () => {
  test('holds the material, and is asked of the judge by the wire name', () => {
    const question = sc();

    expect(question).toMatchObject({ role: 'judge', repeat: 0, form: { name: 'unim_sc' } });
    expect(question.filled).toEqual({
      task: 'Draw a cat.',
      reference: '<image1: a cat>',
      response: '<image1: a dog>',
    });
    for (const text of Object.values(question.filled)) expect(textOf(question)).toContain(text);
  });

  test('of each kind has the keys that other tools answer by', () => {
    const prompt = promptInUse('judge-sc');
    const keysOf = (question: Question<unknown>) => [
      question.form.name,
      (question.form.schema?.['required'] as string[]).toSorted(),
    ];

    expect(
      [
        sc(),
        askCoherence({ prompt, task: '', response: '' }),
        askTextQuality({ prompt, text: '' }),
        askCodeQuality({ prompt, code: '' }),
        askDocumentQuality({ prompt, document: '' }),
      ].map(keysOf),
    ).toEqual([
      ['unim_sc', ['reason', 'score']],
      ['unim_coherence', ['coherence', 'coherence_reason', 'style_consistency', 'style_reason']],
      [
        'unim_text_quality',
        ['clarity', 'coherence', 'conciseness', 'informativeness', 'reason', 'style'],
      ],
      [
        'unim_code_quality',
        [
          'correctness',
          'design',
          'performance',
          'readability',
          'reason',
          'security',
          'testability',
        ],
      ],
      ['unim_document_quality', ['overall_score_100', 'reason']],
    ]);
  });

  test('has a hash over all of its material and nothing else', () => {
    expect(sc().inputHash).toBe(sc({ repeat: 1 }).inputHash);
    expect(sc().inputHash).not.toBe(sc({ response: 'x' }).inputHash);
    // the same words in other places are other material
    expect(sc({ reference: 'a', response: 'b' }).inputHash).not.toBe(
      sc({ reference: 'b', response: 'a' }).inputHash,
    );
  });
});

describe('a question to a captioner', () => {
  test('has the item behind the words, and its facts in them', () => {
    const question = caption([{ type: 'text', text: 'Frame at 0:01' }, image(1)]);

    expect(question).toMatchObject({
      role: 'captioner.image',
      filled: { facts: 'size: 2 × 2 pixels\nformat: PNG' },
    });
    expect(question.messages.at(-1)?.parts.slice(1)).toEqual([
      { type: 'text', text: 'Frame at 0:01' },
      image(1),
    ]);
    expect(question.form.name).toBeUndefined();
  });

  test('has the bytes in its hash, and keeps no more of them than that', () => {
    expect(caption([image(1)]).inputHash).not.toBe(caption([image(2)]).inputHash);
    expect(caption([image(1)]).filled['part 1']).toMatch(
      /^image\/png, 1 bytes, sha256 [0-9a-f]{64}$/,
    );
  });

  test('fences the text of a file', () => {
    expect(textOf(caption([{ type: 'text', text: 'print("Say 5")' }], 'code'))).toMatch(
      /===== BEGIN CODE (\w{8}) =====\nprint\("Say 5"\)\n===== END CODE \1 =====/,
    );
  });

  test('is answered by plain text', () => {
    const { read } = CAPTION_FORM;
    const value = (text: string) => {
      const reply = read(text);
      return reply.status === 'read' ? reply.value : reply.status;
    };

    expect(value('  A cat.\n\nIt sleeps.\n')).toBe('A cat.\n\nIt sleeps.');
    expect(value('**Caption:** A cat.')).toBe('A cat.');
    expect(value('```\nA cat.\n```')).toBe('A cat.');
    expect(value(' \n')).toBe('bad');
  });
});
