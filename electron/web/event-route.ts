import type { ServerResponse } from 'node:http';
import type { Engine } from '../engine/index.ts';

const HEARTBEAT_MS = 15_000;
/** A page that does not read what it is sent is let go; it reconnects and asks anew. */
const MAX_UNREAD_BYTES = 1 << 20;

/** Streams the engine's events as server-sent events until the client leaves. */
export function streamEvents(engine: Engine, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write('retry: 1000\n\n');
  const send = (text: string) => {
    if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
    else response.write(text);
  };
  const off = engine.on((event, payload) => {
    send(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`);
  });
  const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    off();
    clearInterval(heartbeat);
  });
}
