import { EndpointDown } from '../../define.ts';
import type { AskingTools } from '../lane.ts';
import type { BatchApi } from './batch-api.ts';
import { readLines, type BatchLine } from './read-lines.ts';

/** Waits for batches and reads what came of their questions. */
export interface Collector {
  /** The answers of a batch by call key; asked and read once, however many wait for it. */
  readonly linesOf: (remoteId: string) => Promise<ReadonlyMap<string, BatchLine>>;
}

export function createCollector(api: BatchApi, tools: AskingTools, pollMs: number): Collector {
  const known = new Map<string, Promise<ReadonlyMap<string, BatchLine>>>();
  const { closed } = tools;

  async function collect(remoteId: string): Promise<ReadonlyMap<string, BatchLine>> {
    for (;;) {
      const batch = await api.get(remoteId, closed);
      switch (batch.status) {
        case 'validating':
        case 'in_progress':
        case 'finalizing':
        case 'cancelling':
          await tools.wait(pollMs, closed);
          continue;
        case 'failed': {
          const why = batch.errors?.data?.map(({ message }) => message).join('; ');
          throw new EndpointDown(
            `The batch "${remoteId}" was not taken: ${why || 'no reason was given'}. Ask without ` +
              'batches, or go on later.',
          );
        }
        case 'completed':
        case 'expired':
        case 'cancelled': {
          const lines = new Map<string, BatchLine>();
          for (const id of [batch.output_file_id, batch.error_file_id]) {
            if (id) readLines(await api.download(id, closed), lines);
          }
          return lines;
        }
      }
    }
  }

  return {
    linesOf(remoteId) {
      const running = known.get(remoteId);
      if (running !== undefined) return running;
      const started = collect(remoteId);
      known.set(remoteId, started);
      // a further question asks anew
      started.catch(() => known.delete(remoteId));
      return started;
    },
  };
}
