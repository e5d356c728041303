import type { EndpointSettings, RoleId } from '../../../../../shared/model/endpoint.ts';
import type { AskingTools, Lane } from '../lane.ts';
import { readCompletion } from '../read-completion.ts';
import { buildBody, type Turn } from '../request-body.ts';
import type { Send, Sent } from '../sender.ts';
import { untilAborted } from '../until-aborted.ts';
import { createBatchApi } from './batch-api.ts';
import { createCollector, type Collector } from './collector.ts';
import type { BatchStore, StoredBatch } from './define.ts';
import {
  createGatherer,
  GATHER_LIMITS,
  isMark,
  type GatherLimits,
  type Gatherer,
} from './gatherer.ts';
import type { BatchLine } from './read-lines.ts';

export interface BatchTools extends AskingTools {
  readonly store: BatchStore;
  /** How often a batch is looked after. */
  readonly pollMs: number;
  readonly limits: GatherLimits;
}

export const BATCH_DEFAULTS = { pollMs: 30_000, limits: GATHER_LIMITS } as const;

/** What the roles of one endpoint share. */
export interface BatchLane {
  readonly gatherer: Gatherer;
  readonly collector: Collector;
  /**
   * The vendor's id of a batch that was noted.
   *
   * @returns undefined when it was never sent
   */
  readonly find: (stored: StoredBatch) => Promise<string | undefined>;
  /** Asked singly before the first batch is made up: it shows what the endpoint takes. */
  scout: Promise<Sent> | undefined;
}

export function createBatchLane(
  settings: EndpointSettings,
  lane: Lane,
  tools: BatchTools,
): BatchLane {
  const api = createBatchApi(settings, lane, tools);
  const found = new Map<string, Promise<string | undefined>>();
  async function look({ id, remoteId }: StoredBatch): Promise<string | undefined> {
    const made = await api.find(remoteId, tools.closed);
    if (made !== undefined) await tools.store.setRemoteId(id, made.id);
    return made?.id;
  }
  return {
    find({ id, remoteId }) {
      if (!isMark(remoteId)) return Promise.resolve(remoteId);
      // all its questions come at once
      const looking = found.get(remoteId) ?? look({ id, remoteId });
      found.set(remoteId, looking);
      return looking;
    },
    collector: createCollector(api, tools, tools.pollMs),
    gatherer: createGatherer({
      api,
      store: tools.store,
      tools,
      of: settings,
      limits: tools.limits,
    }),
    scout: undefined,
  };
}

export interface BatchSenderOptions {
  readonly role: RoleId;
  readonly settings: EndpointSettings;
  readonly lane: Lane;
  readonly batches: BatchLane;
  readonly tools: BatchTools;
  /** Asks singly, where a batch has no reply. */
  readonly send: Send;
}

/** How often a question may miss its batch's day before it is given up. */
const MOST_ROUNDS = 3;

/** Asks in batches; behaves like any other way to ask, only later. */
export function createBatchSender(options: BatchSenderOptions): Send {
  const { role, settings, lane, batches, tools, send } = options;
  const { store } = tools;

  /** The batch of a question at the vendor: the one that it is in, or a new one; or a scout's reply. */
  async function place(turn: Turn, callKey: string, signal: AbortSignal) {
    const stored = store.find(callKey);
    if (stored !== undefined) {
      const remoteId = await batches.find(stored);
      if (remoteId !== undefined) return { remoteId };
      await store.forget([callKey]);
    }
    if (batches.scout === undefined) {
      batches.scout = send(turn, callKey, signal);
      return { sent: await batches.scout };
    }
    await batches.scout.catch(() => undefined); // whoever scouts is told
    const body = buildBody(turn, settings, lane.dialect);
    const line = { custom_id: callKey, method: 'POST', url: '/v1/chat/completions', body };
    return { remoteId: await batches.gatherer.add({ callKey, role, line: JSON.stringify(line) }) };
  }

  async function ask(turn: Turn, callKey: string, signal: AbortSignal): Promise<Sent> {
    const startedAt = performance.now();
    for (let round = 1; ; round += 1) {
      const { sent, remoteId } = await place(turn, callKey, signal);
      if (remoteId === undefined) return sent;
      const line = (await batches.collector.linesOf(remoteId)).get(callKey);
      const answered = read(line, performance.now() - startedAt, round);
      if (answered !== undefined) return answered;
      await store.forget([callKey]);
      const isReached = line?.status === 'completed' || line?.status === 'failed';
      if (isReached) return await send(turn, callKey, signal);
      if (round >= MOST_ROUNDS) return unreached(settings, round);
    }
  }

  return async (turn, callKey, signal) => {
    if (lane.stopped !== undefined) throw lane.stopped;
    return await untilAborted(ask(turn, callKey, signal), signal);
  };
}

function read(line: BatchLine | undefined, latencyMs: number, attempts: number): Sent | undefined {
  if (line?.status !== 'completed') return undefined;
  const completion = readCompletion(line.body);
  if (completion.status !== 'read') return undefined;
  return { status: 'replied', reply: completion.reply, latencyMs, attempts };
}

function unreached({ model, baseUrl }: EndpointSettings, attempts: number): Sent {
  const message = `No answer of "${model}": its batch was not reached within a day, ${attempts} times. "${baseUrl}"`;
  return { status: 'failed', code: 'timeout', message, body: undefined, latencyMs: 0, attempts };
}
