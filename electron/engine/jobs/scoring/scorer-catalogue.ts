import { AppError } from '../../../../shared/api/errors.ts';
import type { RunSettings } from '../../../../shared/model/run.ts';
import type { Log } from '../../log.ts';
import type { ScoredMetric, ScorerInfo } from '../queue.ts';
import { createWorkerPool } from '../worker-pool.ts';
import { createAskQueue } from './ask-queue.ts';
import { fileState } from './hash-file.ts';

const TIME_LIMIT_MS = 120_000;

interface Wanted {
  readonly metrics: readonly ScoredMetric[];
  readonly settings: RunSettings;
}

/** Knows what the workers can compute; asks one once for each wish. */
export interface ScorerCatalogue {
  readonly list: (wanted: Wanted) => Promise<readonly ScorerInfo[]>;
}

/** Nothing is started before the first question, and nothing stays behind it. */
export function createScorerCatalogue(log: Log): ScorerCatalogue {
  const known = new Map<string, Promise<readonly ScorerInfo[]>>();
  return {
    async list({ metrics, settings }) {
      if (metrics.length === 0) return [];
      requireWeights(settings);
      const name = JSON.stringify([metrics, settings]);
      const asked = known.get(name) ?? ask({ metrics, settings }, log);
      known.set(name, asked);
      asked.catch(() => known.delete(name));
      return await asked;
    },
  };
}

function requireWeights({ doverWeights }: RunSettings): void {
  if (doverWeights === undefined || fileState(doverWeights) !== undefined) return;
  throw new AppError(
    'not-found',
    'Cannot score videos by DOVER: there is no file of weights at this path. Choose another, or ' +
      `leave it out. "${doverWeights}"`,
  );
}

async function ask(wanted: Wanted, log: Log): Promise<readonly ScorerInfo[]> {
  const queue = createWorkerPool({ concurrency: 1, log });
  try {
    const describe = createAskQueue(queue, 'describe');
    const result = await describe({ ...wanted, kind: 'describe', timeLimitMs: TIME_LIMIT_MS });
    if (result.kind === 'described') return result.scorers;
    const why = result.kind === 'outcome' && result.outcome.status === 'unscored';
    throw new AppError(
      'internal',
      `Cannot start scoring: ${why ? result.outcome.reason : 'a worker gave no answer.'} ` +
        'Install Loupe again, or report it.',
    );
  } finally {
    await queue.close();
  }
}
