// Where questions are asked. Each is looked up first; what comes back is written down before anything
// else is done with it, so that whatever cuts a run off, nothing is lost and nothing is paid twice.
import type { EndpointSettings, RoleId } from '../../../../shared/model/endpoint.ts';
import { prepareCallFinder, type KeptCall } from '../../db/calls.ts';
import type { Endpoints, Question, ReplyForm } from '../../judges/define.ts';
import { askedKey } from './asked-key.ts';
import { createGates } from './ask-gates.ts';
import type { Budget } from './budget.ts';
import { createCacheCounter } from './cache-counter.ts';
import { questionKey } from './call-key.ts';
import { createCallRecorder, type CallRecorderOptions } from './call-recorder.ts';
import { readKept, type KeptAnswer } from './read-kept.ts';

/** Asks questions for a run. */
export interface CallDesk {
  /**
   * A failed question stays failed until it is given up.
   *
   * @throws EndpointRefused, EndpointDown, BudgetReached; never settles once the desk is closed
   */
  readonly ask: <T>(question: Question<T>) => Promise<KeptAnswer<T>>;
  /** What was answered before, without asking; counts as coming from the cache. */
  readonly known: <T>(role: RoleId, key: string, form: ReplyForm<T>) => KeptAnswer<T> | undefined;
  /** Lets nothing further go out; what is on its way comes back and is kept. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Waits a while for what is on its way, then ends it. */
  readonly close: () => Promise<void>;
}

export interface CallDeskOptions extends CallRecorderOptions {
  readonly endpoints: Endpoints;
  readonly budget: Budget;
}

/** Answers that are paid for are waited for so long when a run is left. */
const GRACE_MS = 10_000;

export function createCallDesk(options: CallDeskOptions): CallDesk {
  const { db, write, runId, endpoints, budget } = options;
  const calls = prepareCallFinder(db);
  const record = createCallRecorder(options);
  const cached = createCacheCounter(db, write, runId, (role) => modelOf(endpoints, role));
  const gates = createGates(endpoints);
  const asking = new Map<string, Promise<KeptCall>>();
  /** Of these, what has left the house. */
  const out = new Set<Promise<unknown>>();
  const closing = new AbortController();
  let isClosed = false;

  async function go(question: Question, key: string, settings: EndpointSettings) {
    const leave = await budget.enter();
    if (isClosed) return await new Promise<never>(() => undefined);
    const sent = send(question, key, settings, leave);
    // what is in a batch is found there by the next start
    if (!settings.useBatch) out.add(sent);
    return await sent.finally(() => out.delete(sent));
  }

  async function send(
    question: Question,
    key: string,
    settings: EndpointSettings,
    leave: (costUsd: number | undefined) => void,
  ): Promise<KeptCall> {
    let costUsd: number | undefined;
    try {
      const sentKey = askedKey(calls, key);
      const asked = { callKey: sentKey, signal: closing.signal };
      const answer = await endpoints.ask(question, asked);
      ({ costUsd } = answer.usage);
      return await record({ question, key, sentKey, settings, answer });
    } finally {
      leave(costUsd);
    }
  }

  const known: CallDesk['known'] = (role, key, form) => {
    const call = calls.find(key);
    if (call === undefined) return undefined;
    cached.count(role);
    return readKept(call, form);
  };

  return {
    known,
    async ask(question) {
      const { role, form } = question;
      const settings = endpoints.settingsOf(role);
      if (settings === undefined) throw new Error(`nobody serves ${role}`); // seen when it was listed
      const key = questionKey(question, settings);
      const begun = asking.get(key);
      if (begun !== undefined) {
        const call = await begun;
        cached.count(role);
        return readKept(call, form);
      }
      const before = known(role, key, form);
      if (before !== undefined) return before;
      const answered = gates
        .of(settings)
        .add(() => go(question, key, settings))
        .finally(() => asking.delete(key));
      asking.set(key, answered);
      return readKept(await answered, form);
    },
    pause: gates.pause,
    resume: gates.start,
    async close() {
      isClosed = true;
      gates.close();
      const left = Promise.allSettled(out);
      const timer = setTimeout(() => closing.abort(), GRACE_MS);
      await left;
      clearTimeout(timer);
      await endpoints.close();
      await cached.close();
    },
  };
}

const modelOf = (endpoints: Endpoints, role: RoleId) => endpoints.settingsOf(role)?.model ?? '';
