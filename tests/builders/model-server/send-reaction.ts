import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatRequest, Reaction } from './define.ts';
import { sendJson } from './http.ts';

/** A chat completion on the wire. */
export interface Completion {
  readonly id: string;
  readonly object: 'chat.completion';
  readonly created: number;
  readonly model: string;
  readonly choices: readonly {
    readonly index: 0;
    readonly finish_reason: string;
    readonly message: {
      readonly role: 'assistant';
      readonly content: string | null;
      readonly refusal: string | null;
    };
  }[];
  readonly usage: {
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
    readonly total_tokens: number;
  };
}

type Sent = Reaction | { readonly kind: 'kept'; readonly completion: Completion };

/** Four characters a token, as a rule of thumb. */
const tokens = (text: string) => Math.max(1, Math.ceil(text.length / 4));

/** The completion that a reaction means; of one that is no reply, what would have been charged. */
export function completionOf(request: ChatRequest, reaction: Reaction): Completion {
  const reply = reaction.kind === 'reply' ? reaction : undefined;
  const content = 'content' in reaction ? (reaction.content ?? null) : null;
  const tokensIn = reply?.tokensIn ?? tokens(request.text) + 100 * request.mediaTypes.length;
  const tokensOut = reply?.tokensOut ?? tokens(content ?? '');
  const id = createHash('sha256').update(`${request.index}\n${request.text}`).digest('hex');
  return {
    id: `chatcmpl-${id.slice(0, 24)}`,
    object: 'chat.completion',
    created: 1_767_225_600,
    model: request.body.model,
    choices: [
      {
        index: 0,
        finish_reason: reply?.finishReason ?? 'stop',
        message: { role: 'assistant', content, refusal: reply?.refusal ?? null },
      },
    ],
    usage: {
      prompt_tokens: tokensIn,
      completion_tokens: tokensOut,
      total_tokens: tokensIn + tokensOut,
    },
  };
}

/** Answers a chat completion as told. */
export async function sendReaction(
  response: ServerResponse,
  request: ChatRequest,
  reaction: Sent,
): Promise<void> {
  switch (reaction.kind) {
    case 'status':
      for (const [name, value] of Object.entries(reaction.headers ?? {})) {
        response.setHeader(name, value);
      }
      return sendJson(response, reaction.status, reaction.body ?? { error: { message: 'no' } });
    case 'raw':
      response.writeHead(200, { 'content-type': reaction.contentType ?? 'application/json' });
      response.end(reaction.body);
      return;
    case 'drop':
      if (reaction.when === 'middle') {
        const text = JSON.stringify(completionOf(request, reaction));
        response.writeHead(200, { 'content-type': 'application/json' });
        await new Promise((resolve) => response.write(text.slice(0, text.length / 2), resolve));
      }
      response.destroy();
      return;
    case 'twice': {
      const text = JSON.stringify(completionOf(request, reaction));
      const socket = response.socket;
      sendJson(response, 200, text);
      response.once('finish', () => {
        const size = Buffer.byteLength(text);
        socket?.write(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${size}\r\n\r\n${text}`,
        );
      });
      return;
    }
    case 'drip':
      return await drip(response, completionOf(request, reaction), reaction.everyMs);
    case 'hang':
      return; // until the client leaves
    case 'kept':
      return send(response, request, reaction.completion);
    case 'reply':
      return send(response, request, completionOf(request, reaction));
  }
}

function send(response: ServerResponse, request: ChatRequest, completion: Completion): void {
  if (request.body.stream === true) sendStream(response, completion);
  else sendJson(response, 200, completion);
}

function sendStream(response: ServerResponse, completion: Completion): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const { id, model, created, usage } = completion;
  const chunk = (choice: object | undefined, rest: object = {}) => {
    const data = {
      id,
      object: 'chat.completion.chunk',
      created,
      model,
      choices: choice === undefined ? [] : [{ index: 0, finish_reason: null, ...choice }],
      ...rest,
    };
    response.write(`data: ${JSON.stringify(data)}\n\n`);
  };
  const [choice] = completion.choices;
  chunk({ delta: { role: 'assistant', content: '' } });
  for (const piece of choice?.message.content?.match(/[^]{1,16}/g) ?? []) {
    chunk({ delta: { content: piece } });
  }
  const refusal = choice?.message.refusal ?? undefined;
  if (refusal !== undefined) chunk({ delta: { refusal } });
  chunk({ delta: {}, finish_reason: choice?.finish_reason });
  chunk(undefined, { usage });
  response.end('data: [DONE]\n\n');
}

async function drip(
  response: ServerResponse,
  completion: Completion,
  everyMs: number,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  for (const byte of Buffer.from(JSON.stringify(completion))) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await sleep(everyMs);
  }
  response.end();
}
