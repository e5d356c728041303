import type { EndpointWait } from '../../../../shared/model/run.ts';
import type { AskingTools } from '../../judges/endpoint/lane.ts';

/** The endpoints that a run leaves alone for a while. */
export interface EndpointWaits {
  /** The one that has been waited for the longest. */
  readonly first: () => EndpointWait | undefined;
  readonly clear: () => void;
  /** To be heard from the endpoints. */
  readonly note: NonNullable<AskingTools['onWaiting']>;
}

export function createEndpointWaits(): EndpointWaits {
  const byAddress = new Map<string, EndpointWait>();
  return {
    first: () => [...byAddress.values()][0],
    clear: () => byAddress.clear(),
    note(baseUrl, wait) {
      if (wait === undefined) byAddress.delete(baseUrl);
      else byAddress.set(baseUrl, wait);
    },
  };
}
