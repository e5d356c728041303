// The questions to the judge. Names and keys of the replies are fixed, so that other tools can stand in
// for a model.
import type { Question, ReplyForm } from './define.ts';
import { makeQuestion, type Asking } from './make-question.ts';
import { readJudgeReply, schemaOf, type JudgeReply, type ReplyKeys } from './read-reply.ts';

const fiveLevels = (key: string) => ({ key, min: 1, max: 5 });
const percent = (key: string) => ({ key, min: 0, max: 100 });

/** What each judge's reply holds, by its wire name. */
export const REPLY_KEYS = {
  unim_sc: { numbers: [fiveLevels('score')], reasons: ['reason'] },
  unim_coherence: {
    numbers: [fiveLevels('coherence'), fiveLevels('style_consistency')],
    reasons: ['coherence_reason', 'style_reason'],
  },
  unim_text_quality: {
    numbers: ['clarity', 'coherence', 'informativeness', 'conciseness', 'style'].map(fiveLevels),
    reasons: ['reason'],
  },
  unim_code_quality: {
    numbers: ['correctness', 'readability', 'design', 'performance', 'security', 'testability'].map(
      percent,
    ),
    reasons: ['reason'],
  },
  unim_document_quality: { numbers: [percent('overall_score_100')], reasons: ['reason'] },
} as const satisfies Record<string, ReplyKeys>;
export type JudgeForm = keyof typeof REPLY_KEYS;

/** How the judge's reply to a question is read. */
export function judgeForm(name: JudgeForm): ReplyForm<JudgeReply> {
  const keys: ReplyKeys = REPLY_KEYS[name];
  return { name, schema: schemaOf(keys), read: (text) => readJudgeReply(text, keys) };
}

function ask(
  name: JudgeForm,
  asking: Asking,
  filled: Readonly<Record<string, string>>,
): Question<JudgeReply> {
  return makeQuestion(asking, filled, judgeForm(name));
}

/** Does the response mean what the reference means? All texts with their tags replaced by captions. */
export function askSc(
  input: Asking & {
    readonly task: string;
    readonly reference: string;
    readonly response: string;
  },
): Question<JudgeReply> {
  const { task, reference, response } = input;
  return ask('unim_sc', input, { task, reference, response });
}

/** Does the response hold together, in content and in style? Tags replaced by captions. */
export function askCoherence(
  input: Asking & { readonly task: string; readonly response: string },
): Question<JudgeReply> {
  const { task, response } = input;
  return ask('unim_coherence', input, { task, response });
}

/** How good is the response's text by itself? Its content with the tags removed. */
export function askTextQuality(input: Asking & { readonly text: string }): Question<JudgeReply> {
  return ask('unim_text_quality', input, { text: input.text });
}

/** How good is one item of code by itself? */
export function askCodeQuality(input: Asking & { readonly code: string }): Question<JudgeReply> {
  return ask('unim_code_quality', input, { code: input.code });
}

/** How good is one document by itself? Its text, as Markdown where that is known. */
export function askDocumentQuality(
  input: Asking & { readonly document: string },
): Question<JudgeReply> {
  return ask('unim_document_quality', input, { document: input.document });
}
