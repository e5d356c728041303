import { EVENT_NAMES } from '../../shared/api/events.ts';

/** An open stream of the engine's events. */
export interface EventStream {
  close(): void;
}

/**
 * Listens to server-sent events. The browser reconnects by itself; what happened meanwhile is not
 * replayed, so a reconnection is told as `project.changed`, upon which stores ask again.
 */
export function openEventStream(
  url: string,
  handler: (event: string, payload: unknown) => void,
): EventStream {
  const source = new EventSource(url);
  let wasLost = false;
  for (const name of EVENT_NAMES) {
    source.addEventListener(name, (message: MessageEvent<string>) => {
      handler(name, JSON.parse(message.data));
    });
  }
  source.addEventListener('error', () => {
    wasLost = true;
  });
  source.addEventListener('open', () => {
    if (wasLost) handler('project.changed', {});
    wasLost = false;
  });
  return { close: () => source.close() };
}
