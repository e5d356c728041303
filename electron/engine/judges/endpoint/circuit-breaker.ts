// Leaves a broken endpoint alone: after several failures in a row everybody waits, then one request tries
// whether it is back. All waiting questions share that, so a dead server is not asked by thousands.
import { EndpointDown } from '../define.ts';
import type { Patience, Wait } from './patience.ts';
import { untilAborted } from './until-aborted.ts';

/** Leave for one request; exactly one of its functions is to be called. */
export interface Leave {
  /** The endpoint answered, whatever it said. */
  readonly alive: () => void;
  /** @param weight  of a failure 1; a fraction where it lives and is busy */
  readonly failed: (weight: number, why: string) => void;
  /** Nothing was learned: the request was given up. */
  readonly givenUp: () => void;
}

export interface CircuitBreaker {
  /** @throws EndpointDown; rejects with the signal's reason when aborted */
  readonly pass: (signal: AbortSignal) => Promise<Leave>;
}

export interface CircuitBreakerOptions {
  readonly patience: Patience;
  readonly wait: Wait;
  /** Ends a rest early. */
  readonly closed: AbortSignal;
  readonly onRest: (ms: number, why: string) => void;
  /** It answers again, after a rest. */
  readonly onBack: () => void;
  /** The message of `EndpointDown`. */
  readonly downMessage: (why: string) => string;
}

export function createCircuitBreaker(options: CircuitBreakerOptions): CircuitBreaker {
  const { patience, closed } = options;
  let state: 'closed' | 'resting' | 'ready' | 'probing' | 'down' = 'closed';
  let failures = 0;
  let rests = 0;
  let lastWhy = '';
  let changed = Promise.withResolvers<undefined>();

  function enter(next: typeof state): void {
    state = next;
    const { resolve } = changed;
    changed = Promise.withResolvers();
    resolve(undefined);
  }

  function rest(why: string): void {
    lastWhy = why;
    if (rests >= patience.rests) return enter('down');
    const ms = Math.min(patience.longestRestMs, patience.restMs * 2 ** rests);
    rests += 1;
    options.onRest(ms, why);
    enter('resting');
    options.wait(ms, closed).then(
      () => enter('ready'),
      () => undefined, // closed: whoever waits is told by a signal of its own
    );
  }

  function leave(isProbe: boolean): Leave {
    return {
      alive() {
        failures = 0;
        if (rests > 0) options.onBack();
        rests = 0;
        if (state !== 'closed' && state !== 'down') enter('closed');
      },
      failed(weight, why) {
        if (isProbe) return rest(why);
        if (state !== 'closed') return; // it was on its way before the rest began
        failures += weight;
        if (failures < patience.failuresInRow) return;
        failures = 0;
        rest(why);
      },
      givenUp() {
        if (isProbe && state === 'probing') enter('ready');
      },
    };
  }

  return {
    async pass(signal) {
      for (;;) {
        signal.throwIfAborted();
        if (state === 'closed') return leave(false);
        if (state === 'down') throw new EndpointDown(options.downMessage(lastWhy));
        if (state === 'ready') {
          state = 'probing';
          return leave(true);
        }
        await untilAborted(changed.promise, signal);
      }
    },
  };
}
