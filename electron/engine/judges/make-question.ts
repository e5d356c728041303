import { createHash } from 'node:crypto';
import type { Prompt } from '../../../shared/model/judge.ts';
import type { ChatMessage, ChatPart, Question, ReplyForm } from './define.ts';
import { fillPrompt } from './fill-prompt.ts';

/** What every question is made from. */
export interface Asking {
  /** Of the question's own id, as it is used in the project. */
  readonly prompt: Prompt;
  /** Which of several repeats, from 0; 0 when absent. */
  readonly repeat?: number | undefined;
}

/** A question whose material is text alone, or text with media behind it. */
export function makeQuestion<T>(
  { prompt, repeat = 0 }: Asking,
  filled: Readonly<Record<string, string>>,
  form: ReplyForm<T>,
  media: readonly ChatPart[] = [],
): Question<T> {
  const messages = fillPrompt(prompt.text, filled);
  return {
    role: prompt.role,
    prompt: { id: prompt.id, version: prompt.version, hash: prompt.hash },
    messages: withMedia(messages, media),
    form,
    filled: { ...filled, ...describeMedia(media) },
    inputHash: hashInput(filled, media),
    repeat,
  };
}

/** Media stand behind the words of the last message, in their order. */
function withMedia(messages: ChatMessage[], media: readonly ChatPart[]): ChatMessage[] {
  return messages.map((message, index) =>
    index === messages.length - 1 ? { ...message, parts: [...message.parts, ...media] } : message,
  );
}

function describeMedia(media: readonly ChatPart[]): Record<string, string> {
  return Object.fromEntries(
    media.map((part, index) => [`part ${index + 1}`, describePart(part)] as const),
  );
}

function describePart(part: ChatPart): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'audio':
      return `audio/${part.format}, ${part.bytes.length} bytes, sha256 ${sha256(part.bytes)}`;
    case 'image':
    case 'video':
      return `${part.mimeType}, ${part.bytes.length} bytes, sha256 ${sha256(part.bytes)}`;
  }
}

function hashInput(filled: Readonly<Record<string, string>>, media: readonly ChatPart[]): string {
  const entries = Object.entries(filled).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sha256(JSON.stringify([entries, media.map((part) => [part.type, describePart(part)])]));
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
