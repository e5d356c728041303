// Endpoints that ask a real server which answers by a script, without waiting for anything.
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { EndpointSettings, type EndpointMap } from '../../shared/model/endpoint.ts';
import type { ChatRequest, Reaction, Script } from './model-server/define.ts';
import {
  startModelServer,
  type ModelServer,
  type ModelServerOptions,
} from './model-server/model-server.ts';
import { createLog } from '../../electron/engine/log.ts';
import type { Answer, Endpoints, Question } from '../../electron/engine/judges/define.ts';
import {
  createEndpoints,
  type EndpointsOptions,
} from '../../electron/engine/judges/endpoint/create-endpoints.ts';
import { createEnvironmentKeys } from '../../electron/engine/judges/endpoint/host-keys.ts';

const Score = z.object({ score: z.int().min(1).max(5), reason: z.string() });
export type Score = z.infer<typeof Score>;

const FORM = {
  name: 'unim_sc',
  schema: { type: 'object', properties: { score: { type: 'integer' } } },
  read(text: string) {
    const inner = /^```(?:json)?\n([^]*)\n```$/.exec(text)?.[1] ?? text;
    let json: unknown;
    try {
      json = JSON.parse(inner);
    } catch {
      return { status: 'bad', problem: 'It is not JSON.' } as const;
    }
    const parsed = Score.safeParse(json);
    if (parsed.success) return { status: 'read', value: parsed.data } as const;
    return { status: 'bad', problem: '"score" is not an integer from 1 to 5.' } as const;
  },
};

/** A question to the judge whose answer is a score. */
export function question(text = 'Is it so?'): Question<Score> {
  return {
    role: 'judge',
    prompt: { id: 'judge-sc', version: 1, hash: 'h' },
    messages: [
      { role: 'system', parts: [{ type: 'text', text: 'You judge.' }] },
      { role: 'user', parts: [{ type: 'text', text }] },
    ],
    form: FORM,
    filled: {},
    inputHash: 'i',
    repeat: 0,
  };
}

export const GOOD_TEXT = '{"score": 4, "reason": "Good."}';
export const GOOD: Reaction = { kind: 'reply', content: GOOD_TEXT };
/** An answer with a status that is none of success. */
export const status = (code: number, more: object = {}): Reaction => ({
  kind: 'status',
  status: code,
  body: { error: { message: `it says ${code}` } },
  ...more,
});
/** One reaction after the other, by number of the request; then the last one for ever. */
export const inTurn =
  (...reactions: Reaction[]): Script =>
  ({ index }: ChatRequest) =>
    reactions[Math.min(index, reactions.length - 1)] ?? GOOD;

export interface AskingSetup {
  readonly server: ModelServer;
  readonly endpoints: Endpoints;
  /** Every wait, in ms; none is really waited for. */
  readonly waits: number[];
  readonly ask: (question?: Question<Score>, callKey?: string) => Promise<Answer<Score>>;
  /** Asks so many different questions at once. */
  readonly askMany: (count: number) => Promise<Answer<Score>>[];
}

export async function setUpAsking(
  script: Script | undefined,
  more: Partial<EndpointSettings> = {},
  options: Partial<EndpointsOptions> & { server?: ModelServerOptions } = {},
): Promise<AskingSetup> {
  const server = await startModelServer({
    ...(script === undefined ? {} : { script }),
    ...options.server,
  });
  const waits: number[] = [];
  const judge = EndpointSettings.parse({ baseUrl: server.baseUrl, model: 'm', ...more });
  const endpoints = createEndpoints({
    endpoints: { judge } satisfies EndpointMap,
    keys: createEnvironmentKeys({}),
    clock: () => Date.UTC(2026, 0, 1),
    log: createLog('silent'),
    random: () => 1,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    ...options,
  });
  const ask = (asked = question(), callKey = 'a-call-key') =>
    endpoints.ask(asked, { callKey, signal: new AbortController().signal });
  onTestFinished(async () => {
    await endpoints.close();
    await server.close();
  });
  return {
    server,
    endpoints,
    waits,
    ask,
    askMany: (count) =>
      Array.from({ length: count }, (_, n) => ask(question(`Number ${n}?`), `key-${n}`)),
  };
}
