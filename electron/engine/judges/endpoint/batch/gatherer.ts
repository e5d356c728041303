import type { RoleId } from '../../../../../shared/model/endpoint.ts';
import type { AskingTools } from '../lane.ts';
import type { BatchApi } from './batch-api.ts';
import type { BatchStore } from './define.ts';

/** A question as a line of a batch. */
export interface BatchQuestion {
  readonly callKey: string;
  readonly role: RoleId;
  /** JSON of the line, without its end. */
  readonly line: string;
}

export interface GatherLimits {
  /** A batch is sent when no further question has come for so long. */
  readonly quietMs: number;
  readonly questions: number;
  readonly bytes: number;
}

/** Below the vendor's limits of 50,000 questions and 200 MB. */
export const GATHER_LIMITS: GatherLimits = {
  quietMs: 3000,
  questions: 10_000,
  bytes: 90 * 2 ** 20,
};

/** Gathers questions into batches. */
export interface Gatherer {
  /** @returns the id of the batch at the vendor, once it was sent */
  readonly add: (question: BatchQuestion) => Promise<string>;
}

export interface GathererOptions {
  readonly api: BatchApi;
  readonly store: BatchStore;
  readonly tools: AskingTools;
  readonly of: { readonly baseUrl: string; readonly model: string };
  readonly limits: GatherLimits;
}

interface Gathering {
  readonly questions: BatchQuestion[];
  bytes: number;
  readonly sent: PromiseWithResolvers<string>;
}

const MARK = 'unsent-';
/** True for what stands in place of the vendor's id until that is known. */
export const isMark = (remoteId: string): boolean => remoteId.startsWith(MARK);

export function createGatherer({ api, store, tools, of, limits }: GathererOptions): Gatherer {
  const { closed, wait } = tools;
  let gathering: Gathering | undefined;

  async function send({ questions, sent }: Gathering): Promise<void> {
    try {
      const callKeys = questions.map(({ callKey }) => callKey);
      const [first] = questions;
      if (first === undefined) throw new Error('a batch without questions');
      const { baseUrl, model } = of;
      const mark = `${MARK}${crypto.randomUUID()}`;
      // noted first: should the process end now, the vendor is asked for a batch with this mark
      const id = await store.add({ role: first.role, baseUrl, model, remoteId: mark, callKeys });
      const lines = `${questions.map(({ line }) => line).join('\n')}\n`;
      const { id: remoteId } = await api.create(lines, mark, closed);
      await store.setRemoteId(id, remoteId);
      sent.resolve(remoteId);
    } catch (error) {
      sent.reject(error);
    }
  }

  function close(batch: Gathering): void {
    if (gathering === batch) gathering = undefined;
    void send(batch);
  }

  async function closeWhenQuiet(batch: Gathering): Promise<void> {
    let before = 0;
    while (gathering === batch && batch.questions.length > before) {
      before = batch.questions.length;
      await wait(limits.quietMs, closed);
    }
    if (gathering === batch) close(batch);
  }

  function begin(): Gathering {
    const batch: Gathering = { questions: [], bytes: 0, sent: Promise.withResolvers() };
    batch.sent.promise.catch(() => undefined); // whoever waits for it is told
    gathering = batch;
    queueMicrotask(() => {
      closeWhenQuiet(batch).catch((error: unknown) => batch.sent.reject(error));
    });
    return batch;
  }

  return {
    add(question) {
      const batch = gathering ?? begin();
      batch.questions.push(question);
      batch.bytes += question.line.length;
      if (batch.questions.length >= limits.questions || batch.bytes >= limits.bytes) close(batch);
      return batch.sent.promise;
    },
  };
}
