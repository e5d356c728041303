import type OpenAI from 'openai';
import type { EndpointSettings } from '../../../../shared/model/endpoint.ts';
import { EndpointDown, EndpointRefused } from '../define.ts';
import type { Leave } from './circuit-breaker.ts';
import { createClient } from './create-client.ts';
import { HttpProblem } from './http-problem.ts';
import type { AskingTools, Lane } from './lane.ts';
import { problemOf, type Problem } from './problem.ts';
import { readCompletion, type Reply } from './read-completion.ts';
import { buildBody, learnFrom, type Dialect, type Turn } from './request-body.ts';
import { requireKey } from './require-key.ts';
import { scrubKeys } from './scrub.ts';
import { createTransport } from './transport.ts';

/** What came of one request. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly latencyMs: number }
  /** Status 200, but no completion. */
  | { readonly kind: 'garbled'; readonly why: string; readonly body: string }
  /** The endpoint takes less than was thought; ask again. */
  | { readonly kind: 'learned'; readonly why: string }
  | Exclude<Problem, { kind: 'refused' }>;

/**
 * One request, once it has leave and may go.
 *
 * @throws EndpointRefused, EndpointDown; rejects with the signal's reason when aborted
 */
export type Attempt = (turn: Turn, callKey: string, signal: AbortSignal) => Promise<Outcome>;

export function createAttempt(settings: EndpointSettings, lane: Lane, tools: AskingTools): Attempt {
  const { keys, log, clock, patience } = tools;
  const { model, baseUrl, timeoutMs } = settings;
  const findKey = () => keys.find(settings);
  let client: Promise<OpenAI> | undefined;
  const findClient = () =>
    (client ??= createClient(baseUrl, createTransport({ findKey, timeoutMs, log })));
  const say = (why: string) => scrubKeys(why, findKey());

  /** Stops all questions of the lane. */
  function stop(error: EndpointRefused | EndpointDown): Error {
    lane.stopped ??= error;
    return lane.stopped;
  }
  const refuse = (why: string) =>
    stop(
      new EndpointRefused(
        `Cannot ask "${model}": ${say(why)} (Settings → Endpoints). "${baseUrl}"`,
      ),
    );

  function settle(problem: Problem, leave: Leave): void {
    if (problem.kind !== 'passing') return leave.alive();
    leave.failed(problem.isBusy ? BUSY_WEIGHT : 1, say(problem.why));
    if (problem.afterMs === undefined) return;
    lane.pace.holdFor(problem.afterMs);
    if (problem.afterMs <= patience.longestRetryAfterMs) return;
    throw stop(
      new EndpointDown(
        `Cannot ask "${model}": it asks to wait ${Math.round(problem.afterMs / 60_000)} minutes ` +
          `(${say(problem.why)}). Nothing is lost; go on then. "${baseUrl}"`,
      ),
    );
  }

  async function request(turn: Turn, callKey: string, signal: AbortSignal, leave: Leave) {
    const dialect = { ...lane.dialect };
    const startedAt = performance.now();
    try {
      const body = buildBody(turn, settings, dialect);
      const text = await complete(await findClient(), body, keyOf(callKey, dialect), signal);
      return understand(text, performance.now() - startedAt, leave);
    } catch (error) {
      if (signal.aborted) throw error;
      const problem = problemOf(error, clock());
      settle(problem, leave);
      if (problem.kind === 'refused') throw refuse(problem.why);
      const isLearned =
        problem.kind === 'unasked' && learnFrom(problem.why, turn, dialect, lane.dialect);
      const why = say(problem.why);
      return isLearned ? ({ kind: 'learned', why } as const) : { ...problem, why };
    }
  }

  return async (turn, callKey, signal) => {
    if (lane.stopped !== undefined) throw lane.stopped;
    requireKey(settings, keys, refuse);
    const leave = await lane.breaker.pass(signal);
    try {
      await lane.pace.next(signal);
      return await request(turn, callKey, signal, leave);
    } catch (error) {
      leave.givenUp();
      throw signal.aborted ? signal.reason : error;
    }
  };
}

/** A busy endpoint lives: it takes four times as many to count as broken. */
const BUSY_WEIGHT = 0.25;

/** A request in another form is another request: a kept reply to the first would not be one to it. */
function keyOf(callKey: string, { json }: Dialect): string {
  return json === 'json_schema' ? callKey : `${callKey}-${json}`;
}

async function complete(
  client: OpenAI,
  body: ReturnType<typeof buildBody>,
  key: string,
  signal: AbortSignal,
): Promise<string> {
  const options = { signal, headers: { 'Idempotency-Key': key } };
  // the raw response: what the client makes of a damaged one says too little
  const response = await client.chat.completions.create(body, options).asResponse();
  return await response.text();
}

/** What is kept of a reply that is none. */
const LONGEST_KEPT = 64_000;

/** @throws HttpProblem when the completion is a problem with status 200 */
function understand(text: string, latencyMs: number, leave: Leave): Outcome {
  const read = readCompletion(text);
  if (read.status === 'problem') throw new HttpProblem(read.code ?? 502, new Headers(), read.body);
  if (read.status === 'garbled') {
    leave.failed(1, read.why);
    return { kind: 'garbled', why: read.why, body: text.slice(0, LONGEST_KEPT) };
  }
  leave.alive();
  return { kind: 'reply', reply: read.reply, latencyMs };
}
