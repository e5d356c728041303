// What all questions to one endpoint share, whichever role they are of: how many are on their way, how
// often one may go, whether it is broken, and what it turned out to take.
import PQueue from 'p-queue';
import type { EndpointSettings } from '../../../../shared/model/endpoint.ts';
import type { EndpointWait } from '../../../../shared/model/run.ts';
import type { Log } from '../../log.ts';
import type { EndpointDown, EndpointRefused, KeyRing } from '../define.ts';
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker.ts';
import { createPace, type Pace } from './pace.ts';
import type { Patience, Wait } from './patience.ts';
import type { Dialect } from './request-body.ts';

/** What every part that asks needs. */
export interface AskingTools {
  readonly keys: KeyRing;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: Log;
  readonly patience: Patience;
  readonly wait: Wait;
  /** In [0, 1). */
  readonly random: () => number;
  /** Aborted when the endpoints are closed. */
  readonly closed: AbortSignal;
  /** An endpoint is left alone for a while, or (undefined) answers again. */
  readonly onWaiting?: (baseUrl: string, waiting: EndpointWait | undefined) => void;
}

export interface Lane {
  readonly queue: PQueue;
  readonly breaker: CircuitBreaker;
  readonly pace: Pace;
  readonly dialect: Dialect;
  /** Said once to all: nothing further is asked. */
  stopped: EndpointRefused | EndpointDown | undefined;
}

/** Settings that name the same lane are of one endpoint. */
export function laneName({ baseUrl, model, apiKeyEnv, apiKeyStored }: EndpointSettings): string {
  return JSON.stringify([baseUrl, model, apiKeyEnv, apiKeyStored]);
}

/** @param sharers  settings of all roles that this endpoint serves, at least one */
export function createLane(sharers: readonly EndpointSettings[], tools: AskingTools): Lane {
  const { clock, log, patience, wait, closed } = tools;
  const limits = sharers.flatMap(({ requestsPerMinute }) => requestsPerMinute ?? []);
  const takes = sharers.find((settings) => settings.takes !== undefined)?.takes;
  const { baseUrl = '', model } = sharers[0] ?? {};
  return {
    queue: new PQueue({ concurrency: Math.max(...sharers.map(({ concurrency }) => concurrency)) }),
    breaker: createCircuitBreaker({
      patience,
      wait,
      closed,
      onRest(ms, why) {
        log.warn({ baseUrl, model, ms, why }, 'an endpoint fails; it is left alone');
        tools.onWaiting?.(baseUrl, {
          message: `Waiting for "${model}", which fails again and again (${why}). "${baseUrl}"`,
          until: new Date(clock() + ms).toISOString(),
        });
      },
      onBack: () => tools.onWaiting?.(baseUrl, undefined),
      downMessage: (why) =>
        `Cannot ask "${model}": it fails again and again (${why}). Nothing is lost; go on when it ` +
        `works again. "${baseUrl}"`,
    }),
    pace: createPace(limits.length > 0 ? Math.min(...limits) : undefined, clock, wait),
    dialect: {
      json: takes?.json ?? 'json_schema',
      tokenLimit: 'max_tokens',
      takesSeed: true,
    },
    stopped: undefined,
  };
}
