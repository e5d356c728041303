import type { EventStream } from '../../renderer/api/event-stream.ts';

/** Server-sent events by `fetch`: Node.js has no EventSource of its own. Does not reconnect. */
export function readEventStream(
  request: typeof fetch,
  url: string,
  handler: (event: string, payload: unknown) => void,
): EventStream {
  const ended = new AbortController();
  const read = async () => {
    const response = await request(url, { signal: ended.signal });
    let text = '';
    const decoder = new TextDecoderStream();
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(decoder)) {
      text += chunk;
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const event = /^event: (.*)$/m.exec(message)?.[1];
        const data = /^data: (.*)$/m.exec(message)?.[1];
        if (event !== undefined && data !== undefined) handler(event, JSON.parse(data));
      }
    }
  };
  read().catch((error: unknown) => {
    if (!ended.signal.aborted) throw error;
  });
  return { close: () => ended.abort() };
}
