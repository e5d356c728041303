import type { MethodInput, MethodName, MethodOutput } from './contract.ts';
import { contract } from './contract.ts';
import { AppError, type WireReply } from './errors.ts';
import type { EventName, EventPayload } from './events.ts';
import { events } from './events.ts';

/** Carries calls and events between a client and the engine; knows nothing of their meaning. */
export interface Transport {
  send(method: string, input: unknown, signal?: AbortSignal): Promise<WireReply>;
  /** @returns a function that stops listening */
  listen(handler: (event: string, payload: unknown) => void): () => void;
  /** Address of a media file; both transports serve byte ranges there. */
  mediaUrl(mediaId: string): string;
}

/** The typed client that stores, the CLI and tests use. */
export interface Api {
  /** @throws AppError with the engine's code and message */
  call<M extends MethodName>(
    method: M,
    input: MethodInput<M>,
    signal?: AbortSignal,
  ): Promise<MethodOutput<M>>;
  on<E extends EventName>(event: E, handler: (payload: EventPayload<E>) => void): () => void;
  mediaUrl(mediaId: string): string;
}

/** Makes the typed client of a transport; replies and events are parsed before anyone sees them. */
export function createApi(transport: Transport): Api {
  return {
    async call(method, input, signal) {
      const reply = await transport.send(method, input, signal);
      if (!reply.ok) throw AppError.fromWire(reply.error);
      return contract[method].output.parse(reply.result) as MethodOutput<typeof method>; // zod loses M
    },
    on(event, handler) {
      return transport.listen((name, payload) => {
        if (name === event) handler(events[event].parse(payload) as EventPayload<typeof event>);
      });
    },
    mediaUrl: (mediaId) => transport.mediaUrl(mediaId),
  };
}
