import type { Call, PromptId } from '../../../../shared/model/judge.ts';
import { findCall, type StoredCall } from '../../db/calls.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { ReplyForm } from '../../judges/define.ts';
import {
  CAPTION_FORM,
  fillPrompt,
  judgeForm,
  PROMPT_OF_FORM,
  type JudgeForm,
} from '../../judges/index.ts';
import { readKept } from './read-kept.ts';

/** A call as it can be looked at; what was sent is put together from what is kept of it. */
export function describeCall(call: StoredCall): Call {
  const { id, role, model, baseUrl, prompt, repeat, reply, failure, costUsd } = call;
  const { isRepaired, attempts, tokensIn, tokensOut, latencyMs, at } = call;
  const read = readKept(call, formOf(prompt.id));
  return {
    id,
    role,
    model,
    baseUrl,
    promptId: prompt.id,
    promptVersion: prompt.version,
    promptHash: prompt.hash,
    repeat,
    messages: messagesOf(call),
    ...(reply !== undefined && { rawReply: reply }),
    ...(read.status === 'answered' && { value: read.value }),
    ...(failure !== undefined && { failure }),
    isRepaired,
    attempts,
    tokensIn,
    tokensOut,
    ...(costUsd !== undefined && { costUsd }),
    latencyMs,
    at,
  };
}

/** Calls by their ids; those that are not there are left out. */
export function describeCalls(db: ReadableDb, ids: readonly number[]): Call[] {
  return ids.flatMap((id) => {
    const call = findCall(db, id);
    return call === undefined ? [] : [describeCall(call)];
  });
}

function formOf(prompt: PromptId): ReplyForm {
  const name = FORMS.find((form) => PROMPT_OF_FORM[form] === prompt);
  return name === undefined ? CAPTION_FORM : judgeForm(name);
}

const FORMS = Object.keys(PROMPT_OF_FORM) as JudgeForm[]; // a complete record of them

const PART = /^part \d+$/;

function messagesOf({ prompt, filled }: StoredCall): Call['messages'] {
  const messages = fillPrompt(prompt.text, filled).map(({ role, parts }) => ({
    role,
    text: parts.flatMap((part) => (part.type === 'text' ? part.text : [])).join('\n'),
  }));
  const media = Object.entries(filled).flatMap(([name, what]) => (PART.test(name) ? what : []));
  const last = messages.at(-1);
  if (last !== undefined) last.text = [last.text, ...media].join('\n');
  return messages;
}
