import {
  endpointOf,
  ROLE_IDS,
  type EndpointMap,
  type EndpointSettings,
  type RoleId,
} from '../../../../shared/model/endpoint.ts';
import type { Log } from '../../log.ts';
import { EndpointRefused, type Endpoints, type KeyRing } from '../define.ts';
import type { BatchStore } from './batch/define.ts';
import {
  BATCH_DEFAULTS,
  createBatchLane,
  createBatchSender,
  type BatchLane,
  type BatchTools,
} from './batch/batch-sender.ts';
import { answerQuestion } from './answer-question.ts';
import { createLane, laneName, type AskingTools, type Lane } from './lane.ts';
import { PATIENCE, wait, type Patience, type Wait } from './patience.ts';
import { createSender, type Send } from './sender.ts';

export interface EndpointsOptions {
  readonly endpoints: EndpointMap;
  readonly keys: KeyRing;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: Log;
  readonly patience?: Partial<Patience>;
  /** Where it is kept what was sent in which batch; absent: everything is asked singly. */
  readonly batches?: BatchStore;
  readonly batching?: Partial<Pick<BatchTools, 'pollMs' | 'limits'>>;
  /** Timers; given by tests that do not want to wait. */
  readonly wait?: Wait;
  /** Jitter, in [0, 1). */
  readonly random?: () => number;
  readonly onWaiting?: AskingTools['onWaiting'];
}

/**
 * The models behind the roles. Made for a run and closed with it: an endpoint that has refused or is
 * down stays so for these.
 */
export function createEndpoints(options: EndpointsOptions): Endpoints {
  const closing = new AbortController();
  const tools: AskingTools = {
    keys: options.keys,
    clock: options.clock,
    log: options.log,
    patience: { ...PATIENCE, ...options.patience },
    wait: options.wait ?? wait,
    random: options.random ?? Math.random,
    closed: closing.signal,
    ...(options.onWaiting === undefined ? {} : { onWaiting: options.onWaiting }),
  };
  const settingsOf = (role: RoleId) => endpointOf(options.endpoints, role);
  const findSenders = createSenders(settingsOf, tools, options);
  const inFlight = new Set<Promise<unknown>>();

  return {
    settingsOf,
    async ask(question, { callKey, signal }) {
      const settings = settingsOf(question.role);
      if (settings === undefined) {
        throw new EndpointRefused(
          `Cannot ask: no endpoint serves "${question.role}". Set one in Settings → Endpoints.`,
        );
      }
      const { send, sendSingly } = findSenders(question.role, settings);
      const asking = answerQuestion(question, {
        send,
        sendRepair: sendSingly,
        settings,
        callKey,
        signal: AbortSignal.any([signal, closing.signal]),
      });
      inFlight.add(asking);
      try {
        return await asking;
      } finally {
        inFlight.delete(asking);
      }
    },
    async close() {
      closing.abort(new Error('the endpoints were closed'));
      await Promise.allSettled(inFlight);
    },
  };
}

interface Senders {
  readonly send: Send;
  readonly sendSingly: Send;
}

/** One way to ask a role; what roles of one endpoint share is made once. */
function createSenders(
  settingsOf: Endpoints['settingsOf'],
  tools: AskingTools,
  { batches: store, batching }: EndpointsOptions,
): (role: RoleId, settings: EndpointSettings) => Senders {
  const all = ROLE_IDS.flatMap((role) => settingsOf(role) ?? []);
  const lanes = new Map<string, Lane>();
  const batchLanes = new Map<string, BatchLane>();
  const senders = new Map<RoleId, Senders>();
  return (role, settings) =>
    entryOf(senders, role, () => {
      const name = laneName(settings);
      const lane = entryOf(lanes, name, () =>
        createLane(
          all.filter((other) => laneName(other) === name),
          tools,
        ),
      );
      const sendSingly = createSender(settings, lane, tools);
      if (!settings.useBatch || store === undefined) return { send: sendSingly, sendSingly };
      const batchTools: BatchTools = { ...tools, ...BATCH_DEFAULTS, ...batching, store };
      const batches = entryOf(batchLanes, name, () => createBatchLane(settings, lane, batchTools));
      const send = createBatchSender({
        role,
        settings,
        lane,
        batches,
        tools: batchTools,
        send: sendSingly,
      });
      return { send, sendSingly };
    });
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
