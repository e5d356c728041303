import type OpenAI from 'openai';
import type { EndpointSettings, EndpointTakes } from '../../../../shared/model/endpoint.ts';
import type { ChatMessage, ChatPart, ReplyForm } from '../define.ts';

type Body = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming;
type WireMessage = OpenAI.Chat.ChatCompletionMessageParam;

/** What an endpoint turned out to take, beside its settings. */
export interface Dialect {
  json: EndpointTakes['json'];
  /** Name of the limit on tokens: servers of one's own know the older one, reasoning models the newer. */
  tokenLimit: 'max_tokens' | 'max_completion_tokens';
  takesSeed: boolean;
}

/** One request for a reply. */
export interface Turn {
  readonly messages: readonly ChatMessage[];
  readonly form: Pick<ReplyForm, 'name' | 'schema'>;
  readonly seed: number;
}

/** The body of a chat completion. */
export function buildBody(turn: Turn, settings: EndpointSettings, dialect: Dialect): Body {
  const { model, temperature, maxTokens } = settings;
  return {
    model,
    messages: turn.messages.map((message, index) =>
      toWire(message, index === turn.messages.length - 1 ? hintOf(turn.form, dialect) : undefined),
    ),
    ...formatOf(turn.form, dialect),
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxTokens === undefined ? {} : { [dialect.tokenLimit]: maxTokens }),
    ...(dialect.takesSeed ? { seed: turn.seed } : {}),
  };
}

function formatOf(
  { name, schema }: Turn['form'],
  { json }: Dialect,
): Pick<Body, 'response_format'> {
  if (name === undefined || schema === undefined || json === 'text') return {};
  if (json === 'json_object') return { response_format: { type: 'json_object' } };
  return {
    response_format: { type: 'json_schema', json_schema: { name, schema, strict: true } },
  };
}

/** Where no schema can be sent, it is said in words; `json_object` even demands the word JSON. */
function hintOf({ name, schema }: Turn['form'], { json }: Dialect): string | undefined {
  if (name === undefined || schema === undefined || json === 'json_schema') return undefined;
  return (
    `Answer with one JSON object and nothing else. It is a "${name}" and fits this JSON schema:\n` +
    JSON.stringify(schema)
  );
}

function toWire({ role, parts }: ChatMessage, hint: string | undefined): WireMessage {
  const all: readonly ChatPart[] =
    hint === undefined ? parts : [...parts, { type: 'text', text: hint }];
  const texts = all.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  // plain text goes as a string: some servers' chat templates know nothing else
  if (texts.length === all.length) return { role, content: texts.join('\n\n') };
  // parts with media stand in messages of the user only; video parts are vLLM's own
  return { role, content: all.map(toPart) } as WireMessage;
}

function toPart(part: ChatPart): object {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text };
    case 'image':
      return { type: 'image_url', image_url: { url: dataUrl(part.mimeType, part.bytes) } };
    case 'audio':
      return {
        type: 'input_audio',
        input_audio: { data: base64(part.bytes), format: part.format },
      };
    case 'video':
      return { type: 'video_url', video_url: { url: dataUrl(part.mimeType, part.bytes) } };
  }
}

const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
const dataUrl = (mimeType: string, bytes: Uint8Array) => `data:${mimeType};base64,${base64(bytes)}`;

/**
 * Learns from a 400 what the endpoint does not take.
 *
 * @param why  the endpoint's words
 * @returns true when the request is worth sending again in the changed dialect
 */
export function learnFrom(why: string, turn: Turn, sent: Dialect, dialect: Dialect): boolean {
  const isForm = turn.form.schema !== undefined && sent.json !== 'text';
  if (isForm && /response_?format|json_?schema|json_?object|structured|grammar|guided/i.test(why)) {
    // others may have learned it meanwhile
    if (dialect.json === sent.json) {
      dialect.json = sent.json === 'json_schema' ? 'json_object' : 'text';
    }
    return true;
  }
  if (/max_(completion_)?tokens/i.test(why) && sent.tokenLimit === 'max_tokens') {
    dialect.tokenLimit = 'max_completion_tokens';
    return true;
  }
  if (/\bseed\b/i.test(why) && sent.takesSeed) {
    dialect.takesSeed = false;
    return true;
  }
  return false;
}
