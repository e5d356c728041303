import { z } from 'zod';
import { joinEvents } from './join-events.ts';

/** What a model said. */
export interface Reply {
  /** As it came; '' when it said nothing. */
  readonly text: string;
  /** `declined`: it refused, or a filter did; `refusal` may say why. */
  readonly ended: 'whole' | 'cut-off' | 'declined';
  readonly refusal: string | undefined;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

export type ReadCompletion =
  | { readonly status: 'read'; readonly reply: Reply }
  /** Status 200, but the body tells of a problem; `code` is a status where it is one. */
  | { readonly status: 'problem'; readonly code: number | undefined; readonly body: string }
  | { readonly status: 'garbled'; readonly why: string };

const Content = z
  .union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))])
  .nullish();
const Count = z.number().nonnegative().nullish();
const Completion = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        message: z.looseObject({ content: Content, refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.looseObject({ prompt_tokens: Count, completion_tokens: Count }).nullish(),
});
const InlineProblem = z.looseObject({ error: z.looseObject({ code: z.unknown() }) });

/** Reads the body of a chat completion; one that came as a stream of events too. */
export function readCompletion(body: string): ReadCompletion {
  const parsed = /^\s*(data|event|:)/.test(body) ? joinEvents(body) : parseLoosely(body);
  const problem = InlineProblem.safeParse(parsed);
  if (problem.success) {
    const code = Number(problem.data.error.code);
    return { status: 'problem', code: code >= 400 && code < 600 ? code : undefined, body };
  }
  const completion = Completion.safeParse(parsed);
  if (!completion.success) {
    const why = parsed === undefined ? 'it is no JSON' : 'it is no chat completion';
    return { status: 'garbled', why };
  }
  const { choices, usage } = completion.data;
  const { message, finish_reason: reason } = choices[0] ?? { message: {} };
  const text = textOf(message.content);
  const refusal = message.refusal || undefined;
  const isDeclined = refusal !== undefined || (reason === 'content_filter' && text === '');
  return {
    status: 'read',
    reply: {
      text,
      ended: isDeclined || reason === 'content_filter' ? 'declined' : endOf(reason),
      refusal,
      tokensIn: Math.round(usage?.prompt_tokens ?? 0),
      tokensOut: Math.round(usage?.completion_tokens ?? 0),
    },
  };
}

const endOf = (reason: string | null | undefined) =>
  reason === 'length' || reason === 'max_tokens' ? 'cut-off' : 'whole';

function textOf(content: z.infer<typeof Content>): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map(({ text }) => text ?? '').join('');
}

/** JSON whose strings may hold control characters as they are, and that may have come twice. */
function parseLoosely(text: string): unknown {
  for (const read of [text, withoutControls, firstHalf, firstLine]) {
    try {
      return JSON.parse(typeof read === 'string' ? read : read(text));
    } catch {
      continue; // the next way may be the right one
    }
  }
  return undefined;
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const withoutControls = (text: string) => text.replace(/[\u0000-\u001f]/g, ' ');
const firstLine = (text: string) => text.trimStart().split('\n', 1)[0] ?? '';

function firstHalf(text: string): string {
  const half = text.slice(0, Math.floor(text.length / 2));
  return half + half === text ? half : '';
}
