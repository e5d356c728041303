// The vendor's client with everything that it would decide by itself taken away: no retries, no log, no
// settings from the environment, no key inside. Each request goes through `transport`. The package is
// loaded with the first client: who only looks at figures asks nobody.
import type OpenAI from 'openai';
import type { Transport } from './transport.ts';

/** @param transport  adds the key, ends what takes too long or grows too large */
export async function createClient(baseUrl: string, transport: Transport): Promise<OpenAI> {
  const { default: Client } = await import('openai');
  return new Client({
    baseURL: baseUrl,
    apiKey: 'added by the transport',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: LONGEST_MS,
    logLevel: 'off',
    fetch: transport,
  });
}

/** The transport ends a request long before; timers hold no more than 2^31 - 1 ms. */
const LONGEST_MS = 2_000_000_000;
