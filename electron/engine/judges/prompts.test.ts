import { readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PROMPT_IDS, type PromptId } from '../../../shared/model/judge.ts';
import { REPLY_KEYS, type JudgeForm } from './ask-judge.ts';
import { PROMPT_OF_FORM } from './figures.ts';
import { fillPrompt } from './fill-prompt.ts';
import { checkPromptText, listPrompts, promptInUse } from './prompts.ts';
import { readJudgeReply } from './read-reply.ts';

const FORMS = Object.keys(REPLY_KEYS) as JudgeForm[];

describe('every shipped prompt', () => {
  test.each(PROMPT_IDS)('"%s" is a text that could be saved as it is', (id) => {
    const { shippedText } = promptInUse(id);

    expect(checkPromptText(id, shippedText)).toBe(shippedText);
  });

  test.each(PROMPT_IDS)('"%s" tells first and then gives the material', (id) => {
    const [system, user] = fillPrompt(promptInUse(id).text, { task: 'x' });

    expect(system?.role).toBe('system');
    expect(user?.role).toBe('user');
  });

  test.each(PROMPT_IDS)('"%s" says that what it gets gives no instructions', (id) => {
    expect(promptInUse(id).text).toMatch(/instructions/);
  });

  test('has a file, and no file is without a prompt', () => {
    const files = readdirSync(new URL('./prompts', import.meta.url)).sort();

    expect(files).toEqual(
      listPrompts()
        .map(({ id, version }) => `${id}.v${version}.md`)
        .sort(),
    );
  });
});

describe('the worked examples of a judge’s prompt', () => {
  test.each(FORMS)('of "%s" are replies that would be accepted', (form) => {
    const examples = examplesIn(PROMPT_OF_FORM[form]);

    expect(examples.length).toBeGreaterThanOrEqual(5);
    for (const example of examples) {
      expect(readJudgeReply(example, REPLY_KEYS[form])).toMatchObject({ status: 'read' });
    }
  });

  test.each(['unim_sc', 'unim_coherence'] as const)('of "%s" show each level once', (form) => {
    const examples = examplesIn(PROMPT_OF_FORM[form]);

    for (const { key } of REPLY_KEYS[form].numbers) {
      const levels = examples.map((text) => (JSON.parse(text) as Record<string, unknown>)[key]);
      expect(levels.toSorted()).toEqual([1, 2, 3, 4, 5]);
    }
  });
});

describe('a prompt of the project’s own', () => {
  const own = 'Own.\n---\n{{task}}{{reference}}{{response}}';

  test('is in use in place of the shipped one, with a hash of its own', () => {
    const prompt = promptInUse('judge-sc', new Map([['judge-sc', own]]));

    expect(prompt).toMatchObject({ text: own, isEdited: true });
    expect(prompt.hash).toBe(createHash('sha256').update(own).digest('hex'));
    expect(prompt.hash).not.toBe(promptInUse('judge-sc').hash);
  });

  test('has to hold every placeholder and no other', () => {
    expect(checkPromptText('judge-sc', ` ${own.replaceAll('\n', '\r\n')}\n`)).toBe(own);
    expect(() => checkPromptText('judge-sc', 'Only {{response}}')).toThrow(
      'Cannot save the prompt "judge-sc": it does not hold "{{task}}", "{{reference}}".',
    );
    expect(() => checkPromptText('judge-sc', `${own} {{image}}`)).toThrow(
      'nothing fills "{{image}}". It may hold "{{task}}", "{{reference}}", "{{response}}" only.',
    );
  });
});

/** Objects in the examples; the form of the reply, which has `<…>` in it, is none. */
function examplesIn(id: PromptId): string[] {
  const { text } = promptInUse(id);
  return [...text.matchAll(/→ (\{"[^{}]*\})/g)].map((match) => match[1] ?? '');
}
