import type {
  EndpointKey,
  EndpointSettings,
  EndpointTest,
} from '../../../../shared/model/endpoint.ts';
import type { Log } from '../../log.ts';
import type { KeyRing } from '../define.ts';
import { createClient } from './create-client.ts';
import { createTransport } from './transport.ts';

export interface EndpointTestOptions {
  readonly role: EndpointKey;
  readonly settings: EndpointSettings;
  readonly keys: KeyRing;
  readonly log: Log;
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

/** Asks an endpoint what it takes, by asking it. */
export async function testEndpoint(options: EndpointTestOptions): Promise<EndpointTest> {
  const { settings, keys, log, signal } = options;
  const transport = createTransport({
    findKey: () => keys.find(settings),
    timeoutMs: settings.timeoutMs,
    log,
  });
  const client = createClient(settings.baseUrl, transport);
  const startedAt = performance.now();
  const none = { tokensIn: 0, tokensOut: 0 };
  try {
    const reply = await client.chat.completions.create(
      { model: settings.model, messages: [{ role: 'user', content: 'Answer with one word: OK' }] },
      { signal },
    );
    const latencyMs = performance.now() - startedAt;
    const text = reply.choices[0]?.message.content ?? '';
    return {
      checks: [{ what: 'text', result: 'works', message: `Answered "${text}".`, latencyMs }],
      takes: { image: false, audio: false, video: false, json: 'text' },
      tokensIn: reply.usage?.prompt_tokens ?? 0,
      tokensOut: reply.usage?.completion_tokens ?? 0,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { checks: [{ what: 'text', result: 'failed', message }], ...none };
  }
}
