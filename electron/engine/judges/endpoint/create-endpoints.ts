import {
  endpointOf,
  ROLE_IDS,
  type EndpointMap,
  type EndpointSettings,
  type RoleId,
} from '../../../../shared/model/endpoint.ts';
import type { Log } from '../../log.ts';
import { EndpointRefused, type Endpoints, type KeyRing } from '../define.ts';
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
  /** Timers; given by tests that do not want to wait. */
  readonly wait?: Wait;
  /** Jitter, in [0, 1). */
  readonly random?: () => number;
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
  };
  const settingsOf = (role: RoleId) => endpointOf(options.endpoints, role);
  const lanes = createLanes(
    ROLE_IDS.flatMap((role) => settingsOf(role) ?? []),
    tools,
  );
  const senders = new Map<EndpointSettings, Send>();
  const inFlight = new Set<Promise<unknown>>();

  function sendFor(settings: EndpointSettings): Send {
    const known = senders.get(settings);
    if (known !== undefined) return known;
    const lane = lanes.get(laneName(settings));
    if (lane === undefined) throw new Error('settings without a lane');
    const send = createSender(settings, lane, tools);
    senders.set(settings, send);
    return send;
  }

  return {
    settingsOf,
    async ask(question, { callKey, signal }) {
      const settings = settingsOf(question.role);
      if (settings === undefined) {
        throw new EndpointRefused(
          `Cannot ask: no endpoint serves "${question.role}". Set one in Settings → Endpoints.`,
        );
      }
      const send = sendFor(settings);
      const asking = answerQuestion(question, {
        send,
        sendRepair: send,
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

function createLanes(all: readonly EndpointSettings[], tools: AskingTools): Map<string, Lane> {
  const names = new Set(all.map(laneName));
  return new Map(
    [...names].map((name) => {
      const sharers = all.filter((settings) => laneName(settings) === name);
      return [name, createLane(sharers, tools)];
    }),
  );
}
