import { captionerOf, type CaptionedModality } from '../../../shared/model/endpoint.ts';
import type { PromptId } from '../../../shared/model/judge.ts';
import type { ChatPart, Question, ReadReply, ReplyForm } from './define.ts';
import { fenceData } from './fill-prompt.ts';
import { makeQuestion, type Asking } from './make-question.ts';

/** The prompt that captions items of a modality. */
export function captionPromptOf(modality: CaptionedModality): PromptId {
  return `caption-${modality}`;
}

/** Longest caption that is kept, in UTF-16 code units. */
const CAPTION_LENGTH = 20_000;

/** How a caption is read; the same whatever is captioned. */
export const CAPTION_FORM: ReplyForm<string> = { read: readCaption };

/**
 * What is to be seen, read or heard in an item, in words.
 *
 * @param input  `parts` as `prepareCaption` made them; `facts` about the file, e.g. its duration
 */
export function askCaption(
  input: Asking & {
    readonly modality: CaptionedModality;
    readonly parts: readonly ChatPart[];
    readonly facts: Readonly<Record<string, string>>;
  },
): Question<string> {
  const { modality, parts, facts } = input;
  const role = captionerOf(modality);
  if (input.prompt.role !== role) throw new Error(`"${input.prompt.id}" is no prompt of ${role}`);
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return makeQuestion(
    input,
    { facts: lines.join('\n') },
    CAPTION_FORM,
    parts.map((part) => asData(part, modality)),
  );
}

/** Text out of a file is data; text with other media was written by us, e.g. a frame's time. */
function asData(part: ChatPart, modality: CaptionedModality): ChatPart {
  if (part.type !== 'text' || (modality !== 'document' && modality !== 'code')) return part;
  return { type: 'text', text: fenceData(modality, part.text) };
}

/** A caption is plain text; a code fence round all of it and a label before it are removed. */
function readCaption(text: string): ReadReply<string> {
  const inner = /^\s*```[^\n`]*\n([\s\S]*?)\n?```\s*$/.exec(text)?.[1] ?? text;
  const caption = inner
    .replace(/^\s*(?:\*\*)?(?:dense )?caption(?:\*\*)?\s*:(?:\*\*)?\s*/i, '')
    .trim();
  if (caption === '') return { status: 'bad', problem: 'The reply holds no description.' };
  return { status: 'read', value: caption.slice(0, CAPTION_LENGTH) };
}
