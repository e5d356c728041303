// Where questions are asked. Each is looked up first; what comes back is written down before anything
// else is done with it, so that whatever cuts a run off, nothing is lost and nothing is paid twice.
import type { EndpointSettings, RoleId } from '../../../../shared/model/endpoint.ts';
import type { RunId } from '../../../../shared/model/run.ts';
import { prepareBatchWriter } from '../../db/batches.ts';
import { prepareCallFinder, prepareCallWriter, type KeptCall } from '../../db/calls.ts';
import type { WritableDb } from '../../db/handle.ts';
import { prepareSpendingWriter } from '../../db/spending.ts';
import type { Answer, Endpoints, Question, ReplyForm } from '../../judges/define.ts';
import type { PatientWrite } from '../scoring/patient-write.ts';
import { askedKey } from './asked-key.ts';
import type { Budget } from './budget.ts';
import { callKey, paramsOf } from './call-key.ts';
import { promptOf, type JudgeSetup } from './judge-setup.ts';
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

export interface CallDeskOptions {
  readonly db: WritableDb;
  readonly write: PatientWrite;
  readonly runId: RunId;
  readonly setup: JudgeSetup;
  readonly endpoints: Endpoints;
  readonly budget: Budget;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Answers that are paid for are waited for so long when a run is left. */
const GRACE_MS = 10_000;

export function createCallDesk(options: CallDeskOptions): CallDesk {
  const { db, write, runId, setup, endpoints, budget, clock } = options;
  const calls = prepareCallFinder(db);
  const keep = prepareCallWriter(db);
  const spending = prepareSpendingWriter(db);
  const batches = prepareBatchWriter(db);
  const asking = new Map<string, Promise<KeptCall>>();
  /** Of these, what has left the house. */
  const out = new Set<Promise<unknown>>();
  const closing = new AbortController();
  let opened = Promise.withResolvers<undefined>();
  opened.resolve(undefined);
  let isClosed = false;

  async function send(question: Question, key: string, settings: EndpointSettings) {
    await opened.promise;
    const leave = await budget.enter();
    if (isClosed) return await new Promise<never>(() => undefined);
    const sent = sendNow(question, key, settings, leave);
    // what is in a batch is found there by the next start
    if (!settings.useBatch) out.add(sent);
    return await sent.finally(() => out.delete(sent));
  }

  async function sendNow(
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
      const id = await record(question, { key, sentKey }, settings, answer);
      return { id, ...toKept(answer) };
    } finally {
      leave(costUsd);
    }
  }

  async function record(
    question: Question,
    { key, sentKey }: { readonly key: string; readonly sentKey: string },
    settings: EndpointSettings,
    answer: Answer,
  ): Promise<number> {
    const { role, prompt, form, filled, inputHash, repeat } = question;
    const { usage, latencyMs, attempts, isRepaired } = answer;
    const draft = {
      ...toKept(answer),
      ...usage,
      callKey: key,
      role,
      model: settings.model,
      baseUrl: settings.baseUrl,
      prompt: { ...prompt, text: promptOf(setup, prompt.id).text },
      filled,
      inputHash,
      params: paramsOf(settings, form.name),
      repeat,
      latencyMs,
      attempts,
      isRepaired,
      runId,
      at: new Date(clock()).toISOString(),
    };
    let id = 0;
    await write(() => {
      id = keep(draft);
      batches.remove([sentKey]);
    });
    return id;
  }

  function known<T>(role: RoleId, key: string, form: ReplyForm<T>): KeptAnswer<T> | undefined {
    const call = calls.find(key);
    if (call === undefined) return undefined;
    countCached(role);
    return readKept(call, form);
  }

  const cached = new Map<RoleId, number>();
  let counting: Promise<void> | undefined;
  /** Counted together: there may be thousands at once. */
  function countCached(role: RoleId): void {
    if (isClosed) return;
    cached.set(role, (cached.get(role) ?? 0) + 1);
    counting ??= new Promise((resolve) => setImmediate(resolve)).then(saveCached);
  }
  async function saveCached(): Promise<void> {
    counting = undefined;
    const counts = [...cached];
    cached.clear();
    await write(() => {
      for (const [role, count] of counts) {
        const model = endpoints.settingsOf(role)?.model ?? '';
        spending.addFromCache(runId, role, model, count);
      }
    });
  }

  return {
    known,
    async ask(question) {
      const { role, form } = question;
      const settings = endpoints.settingsOf(role);
      if (settings === undefined) throw new Error(`nobody serves ${role}`); // seen when it was listed
      const subject = { ...question, promptHash: question.prompt.hash, form: form.name };
      const key = callKey(subject, settings);
      const begun = asking.get(key);
      if (begun !== undefined) {
        const call = await begun;
        countCached(role);
        return readKept(call, form);
      }
      const before = known(role, key, form);
      if (before !== undefined) return before;
      if (isClosed) return await new Promise(() => undefined);
      const sent = send(question, key, settings).finally(() => asking.delete(key));
      asking.set(key, sent);
      return readKept(await sent, form);
    },
    pause() {
      opened = Promise.withResolvers();
    },
    resume: () => opened.resolve(undefined),
    async close() {
      isClosed = true;
      const left = Promise.allSettled(out);
      const timer = setTimeout(() => closing.abort(), GRACE_MS);
      await left;
      clearTimeout(timer);
      await endpoints.close();
      await counting;
    },
  };
}

function toKept(answer: Answer): Omit<KeptCall, 'id'> {
  const failure =
    answer.status === 'failed' ? { code: answer.code, message: answer.message } : undefined;
  return { reply: answer.rawReply, failure };
}
