import PQueue from 'p-queue';
import { ROLE_IDS, type EndpointSettings } from '../../../../shared/model/endpoint.ts';
import type { Endpoints } from '../../judges/define.ts';
import { laneName } from '../../judges/endpoint/lane.ts';

/** Lets as many questions out as an endpoint answers at once, so that a pause holds the others back. */
export interface AskGates {
  readonly of: (settings: EndpointSettings) => PQueue;
  readonly pause: () => void;
  readonly start: () => void;
  /** Forgets what waits, and lets nothing out any more. */
  readonly close: () => void;
}

/** One for each endpoint, whichever roles it serves. */
export function createGates({ settingsOf }: Pick<Endpoints, 'settingsOf'>): AskGates {
  const gates = new Map<string, PQueue>();
  for (const settings of ROLE_IDS.flatMap((role) => settingsOf(role) ?? [])) {
    const { concurrency, useBatch } = settings;
    const name = laneName(settings);
    const most = useBatch ? Number.POSITIVE_INFINITY : concurrency;
    const gate = gates.get(name) ?? new PQueue({ concurrency: most });
    gate.concurrency = Math.max(gate.concurrency, most);
    gates.set(name, gate);
  }
  const each = (act: (gate: PQueue) => void) => () => [...gates.values()].forEach(act);
  return {
    of(settings) {
      const gate = gates.get(laneName(settings));
      if (gate === undefined) throw new Error('an endpoint without a gate');
      return gate;
    },
    pause: each((gate) => gate.pause()),
    start: each((gate) => void gate.start()),
    close: each((gate) => {
      gate.pause();
      gate.clear();
    }),
  };
}
