import type { Transport } from '../../shared/api/client.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { parseWireReply, unreachable } from './wire-reply.ts';

type Handler = (event: string, payload: unknown) => void;

export interface HttpTransportOptions {
  /** Address that `api/`, `events` and `media/` stand under; `''` is the page's own. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly openEvents?: (url: string, handler: Handler) => EventStream;
}

/** The transport of a browser: calls are POSTs, events one server-sent stream for all listeners. */
export function createHttpTransport(options: HttpTransportOptions = {}): Transport {
  const baseUrl = options.baseUrl ?? '';
  const request = options.fetch ?? fetch.bind(globalThis);
  const openEvents = options.openEvents ?? openEventStream;
  const handlers = new Set<Handler>();
  let stream: EventStream | undefined;

  return {
    async send(method, input, signal) {
      try {
        const response = await request(`${baseUrl}api/${encodeURIComponent(method)}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
          ...(signal === undefined ? {} : { signal }),
        });
        return parseWireReply(await response.json());
      } catch (error) {
        if (signal?.aborted) throw error; // the caller gave up; there is nothing to say
        return unreachable(method, error);
      }
    },
    listen(handler) {
      handlers.add(handler);
      stream ??= openEvents(`${baseUrl}events`, (event, payload) => {
        for (const each of [...handlers]) each(event, payload);
      });
      return () => {
        handlers.delete(handler);
        if (handlers.size > 0) return;
        stream?.close();
        stream = undefined;
      };
    },
    mediaUrl: (mediaId) => `${baseUrl}media/${encodeURIComponent(mediaId)}`,
  };
}
