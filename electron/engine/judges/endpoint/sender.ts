// Gets one reply out of an endpoint, with patience: what goes wrong decides whether there is a further
// attempt, and when.
import type { EndpointSettings } from '../../../../shared/model/endpoint.ts';
import type { CallFailure } from '../../../../shared/model/judge.ts';
import { createAttempt } from './attempt.ts';
import type { AskingTools, Lane } from './lane.ts';
import { backOffMs } from './patience.ts';
import type { Reply } from './read-completion.ts';
import type { Turn } from './request-body.ts';

/** What came of a turn. */
export type Sent = { readonly latencyMs: number; readonly attempts: number } & (
  | { readonly status: 'replied'; readonly reply: Reply }
  | {
      readonly status: 'failed';
      readonly code: CallFailure;
      readonly message: string;
      /** What came instead of a completion. */
      readonly body: string | undefined;
    }
);

/**
 * Asks for one reply.
 *
 * @throws EndpointRefused, EndpointDown; rejects with the signal's reason when aborted
 */
export type Send = (turn: Turn, callKey: string, signal: AbortSignal) => Promise<Sent>;

/** Asks by single requests. */
export function createSender(settings: EndpointSettings, lane: Lane, tools: AskingTools): Send {
  const { patience, wait, random } = tools;
  const attempt = createAttempt(settings, lane, tools);
  return async (turn, callKey, signal) => {
    const tried = { requests: 0, busy: 0, garbled: 0, failed: 0 };
    const fail = (code: CallFailure, why: string, body?: string): Sent => ({
      status: 'failed',
      code,
      message: messageOf(settings, why, tried.requests),
      body,
      latencyMs: 0,
      attempts: tried.requests,
    });
    for (;;) {
      // who has waited before goes before the others
      const priority = tried.requests > 0 ? 1 : 0;
      const outcome = await lane.queue.add(() => attempt(turn, callKey, signal), {
        priority,
        signal,
      });
      tried.requests += 1;
      switch (outcome.kind) {
        case 'reply':
          return { ...outcome, status: 'replied', attempts: tried.requests };
        case 'unasked':
          return fail(outcome.code, outcome.why);
        case 'learned':
          continue;
        case 'garbled':
          tried.garbled += 1;
          if (tried.garbled < patience.attemptsWhenGarbled) break;
          return fail('bad-reply', outcome.why, outcome.body);
        case 'passing':
          tried[outcome.isBusy ? 'busy' : 'failed'] += 1;
          if (tried.failed < patience.attempts && tried.busy < patience.attemptsWhenBusy) break;
          return fail(outcome.code, outcome.why);
      }
      const failures = Math.min(tried.requests, LAST_DOUBLING);
      await wait(backOffMs(patience, failures, random), signal);
    }
  };
}

const LAST_DOUBLING = 20;

function messageOf({ model, baseUrl }: EndpointSettings, why: string, requests: number): string {
  const count = requests === 1 ? '' : ` after ${requests} requests`;
  return `No answer of "${model}"${count}: ${why}. "${baseUrl}"`;
}
