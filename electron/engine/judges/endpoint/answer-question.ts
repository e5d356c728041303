// From replies to an answer: read, once repaired, or failed with the reply kept.
import type { EndpointSettings } from '../../../../shared/model/endpoint.ts';
import type { Answer, ChatMessage, Question, ReadReply, Usage } from '../define.ts';
import type { Reply } from './read-completion.ts';
import type { Turn } from './request-body.ts';
import type { Send, Sent } from './sender.ts';

export interface Asking {
  /** Sends the question itself. */
  readonly send: Send;
  /** Sends what is asked after a reply that cannot be used. */
  readonly sendRepair: Send;
  readonly settings: EndpointSettings;
  readonly callKey: string;
  readonly signal: AbortSignal;
}

type Replied = Extract<Sent, { status: 'replied' }>;

/**
 * Asks, and asks once more where the reply cannot be used, quoting what is wrong with it.
 *
 * @throws as `Send`
 */
export async function answerQuestion<T>(question: Question<T>, asking: Asking): Promise<Answer<T>> {
  const { callKey, signal } = asking;
  const told: Sent[] = [];
  const tell = (isRepaired: boolean) => ({
    usage: usageOf(told, asking.settings),
    latencyMs: told.reduce((sum, { latencyMs }) => sum + latencyMs, 0),
    attempts: told.reduce((sum, { attempts }) => sum + attempts, 0),
    isRepaired,
  });
  const turn: Turn = {
    messages: question.messages,
    form: question.form,
    seed: question.repeat,
  };

  const first = await asking.send(turn, callKey, signal);
  told.push(first);
  const judged = judge(first, question);
  if (judged.status === 'read') return { status: 'answered', ...judged.answer, ...tell(false) };
  if (judged.status === 'lost') return { status: 'failed', ...judged.failure, ...tell(false) };

  const messages = [...question.messages, ...repairOf(judged)];
  const second = await asking.sendRepair({ ...turn, messages }, `${callKey}-repair`, signal);
  told.push(second);
  const again = judge(second, question);
  if (again.status === 'read') return { status: 'answered', ...again.answer, ...tell(true) };
  const failure = again.status === 'lost' ? again.failure : failureOf(again, asking.settings);
  const rawReply = failure.rawReply ?? judged.rawReply;
  return { status: 'failed', ...failure, rawReply, ...tell(true) };
}

type Failure = Pick<Extract<Answer, { status: 'failed' }>, 'code' | 'message' | 'rawReply'>;
interface Unusable {
  readonly status: 'unusable';
  readonly problem: string;
  readonly rawReply: string;
}
type Judged<T> =
  | { readonly status: 'read'; readonly answer: { readonly rawReply: string; readonly value: T } }
  | Unusable
  | { readonly status: 'lost'; readonly failure: Failure };

function judge<T>(sent: Sent, { form }: Question<T>): Judged<T> {
  if (sent.status === 'failed') {
    const { code, message, body: rawReply } = sent;
    return { status: 'lost', failure: { code, message, rawReply } };
  }
  const { text: rawReply, ended, refusal } = sent.reply;
  const lost = (code: Failure['code'], message: string): Judged<T> => ({
    status: 'lost',
    failure: { code, message, rawReply: rawReply || refusal },
  });
  if (ended === 'declined') {
    return lost('refused', `The model declined to answer${refusal ? `: "${refusal}"` : ''}.`);
  }
  const isCut = ended === 'cut-off';
  const text = readable(rawReply);
  // half a description reads like a whole one; half an object does not
  const isWhole = !isCut || form.schema !== undefined;
  const read: ReadReply<T> =
    text === '' || !isWhole ? { status: 'bad', problem: 'The reply is empty.' } : form.read(text);
  if (read.status === 'read') return { status: 'read', answer: { rawReply, value: read.value } };
  if (isCut) return lost('cut-off', CUT_OFF);
  return { status: 'unusable', problem: read.problem, rawReply };
}

const CUT_OFF =
  'The answer ended at the token limit. Raise the limit in Settings → Endpoints, or remove it.';

/** What can be read of a reply: without the thoughts before it, and without control characters. */
export function readable(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '')
      .replace(/^\s*<think(?:ing)?>[^]*?<\/think(?:ing)?>/, '')
      .trim()
  );
}

const LONGEST_QUOTE = 8000;

function repairOf({ rawReply, problem }: Unusable): ChatMessage[] {
  const said = readable(rawReply).slice(0, LONGEST_QUOTE);
  const ask =
    `Your reply cannot be used: ${problem} Answer the question again, in the form that was asked ` +
    'for and with nothing around it.';
  return [
    // some servers refuse an empty message
    { role: 'assistant', parts: [{ type: 'text', text: said === '' ? '(nothing)' : said }] },
    { role: 'user', parts: [{ type: 'text', text: ask }] },
  ];
}

function failureOf({ rawReply, problem }: Unusable, { model }: EndpointSettings): Failure {
  if (readable(rawReply) === '') {
    return { code: 'empty', message: `"${model}" answered nothing, twice.`, rawReply };
  }
  const message = `"${model}" answered twice in a form that cannot be used: ${problem}`;
  return { code: 'bad-reply', message, rawReply };
}

function usageOf(told: readonly Sent[], settings: EndpointSettings): Usage {
  const replies = told.filter((sent): sent is Replied => sent.status === 'replied');
  const sum = (count: (reply: Reply) => number) =>
    replies.reduce((total, { reply }) => total + count(reply), 0);
  const tokensIn = sum((reply) => reply.tokensIn);
  const tokensOut = sum((reply) => reply.tokensOut);
  return { tokensIn, tokensOut, costUsd: costOf(tokensIn, tokensOut, settings) };
}

/** US dollars; undefined where the endpoint has not both prices. */
export function costOf(
  tokensIn: number,
  tokensOut: number,
  { usdPerMTokIn, usdPerMTokOut }: EndpointSettings,
): number | undefined {
  if (usdPerMTokIn === undefined || usdPerMTokOut === undefined) return undefined;
  return (tokensIn * usdPerMTokIn + tokensOut * usdPerMTokOut) / 1e6;
}
