import type { ChatBody, ChatPartWire, ChatRequest } from './define.ts';

type Told = Pick<ChatRequest, 'index' | 'repeat' | 'idempotencyKey' | 'authorization'>;

const MEDIA: Record<string, string> = {
  image_url: 'image',
  input_audio: 'audio',
  video_url: 'video',
};

/** @throws Error when it is none, which the server answers with 500 */
export function readChatRequest(body: unknown, told: Told): ChatRequest {
  const chat = body as ChatBody; // checked on the next line as far as it is read
  if (typeof chat.model !== 'string' || !Array.isArray(chat.messages)) {
    throw new Error('this is no chat completion');
  }
  const parts = (chat.messages as ChatBody['messages']).flatMap(({ content }): ChatPartWire[] =>
    typeof content === 'string' ? [{ type: 'text', text: content }] : [...content],
  );
  return {
    ...told,
    body: chat,
    text: parts.map(({ text }) => text ?? '').join('\n'),
    formName: chat.response_format?.json_schema?.name,
    mediaTypes: parts.flatMap(({ type }) => MEDIA[type] ?? []),
  };
}
