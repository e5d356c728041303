import type { Bridge } from '../../shared/api/bridge.ts';
import { MEDIA_SCHEME } from '../../shared/api/bridge.ts';
import type { Transport } from '../../shared/api/client.ts';
import { parseWireReply, unreachable } from './wire-reply.ts';

/** The transport of the desktop window: everything goes through the preload script's bridge. */
export function createIpcTransport(bridge: Bridge): Transport {
  return {
    async send(method, input, signal) {
      signal?.throwIfAborted();
      try {
        const reply = parseWireReply(await bridge.send(method, input));
        signal?.throwIfAborted();
        return reply;
      } catch (error) {
        if (signal?.aborted) throw error;
        return unreachable(method, error);
      }
    },
    listen: (handler) => bridge.listen(handler),
    mediaUrl: (mediaId) => `${MEDIA_SCHEME}://file/${encodeURIComponent(mediaId)}`,
  };
}
