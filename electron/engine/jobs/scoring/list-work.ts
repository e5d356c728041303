import { parseTagName } from '../../../../shared/interleave/parse.ts';
import { MODALITIES, type ModalityId } from '../../../../shared/model/modality.ts';
import { RUN_METRICS, type RunMetric, type RunRequest } from '../../../../shared/model/run.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { listModels } from '../../db/models.ts';
import { listWorkResponses, type WorkResponse } from '../../db/run-items.ts';
import type { ScorerInfo } from '../queue.ts';
import { createBreather } from './breathe.ts';
import { withoutMeshParts } from './mesh-parts.ts';

/** One metric of one item, and what would compute it. */
export interface Work {
  readonly response: WorkResponse;
  readonly tag: string;
  readonly modality: ModalityId;
  readonly metric: RunMetric;
  /** Undefined where nothing can: there is no judge, or no profile. */
  readonly scorer: ScorerInfo | undefined;
}

/** Which instances and models are meant. */
export interface WorkScope {
  /** Row ids. */
  readonly instanceIds: ReadonlySet<number>;
  readonly request: RunRequest;
  readonly scorers: readonly ScorerInfo[];
}

const RESPONSES_A_ROUND = 200;
/** The text of a response is one item; official result files call it so, too. */
const TEXT_TAG = 'text';

/**
 * Every metric of every item that a run is asked for, in the order of import. Lets other calls in
 * between.
 */
export async function* listWork(db: ReadableDb, scope: WorkScope): AsyncGenerator<Work[]> {
  const { request, instanceIds } = scope;
  const breathe = createBreather();
  const wanted = new Set(
    listModels(db).flatMap(({ id, name }) =>
      request.models.length === 0 || request.models.includes(name) ? [id] : [],
    ),
  );
  let after = 0;
  for (;;) {
    const responses = listWorkResponses(db, after, RESPONSES_A_ROUND);
    const last = responses.at(-1);
    if (last === undefined) return;
    after = last.responseId;
    const meant = responses.filter(
      ({ instanceId, modelId }) => instanceIds.has(instanceId) && wanted.has(modelId),
    );
    yield meant.flatMap((response) => workOf(db, response, scope));
    await breathe();
  }
}

function workOf(
  db: ReadableDb,
  response: WorkResponse,
  { request, scorers }: WorkScope,
): Work[] {
  const metrics = request.metrics.length === 0 ? RUN_METRICS : request.metrics;
  const tags = withoutMeshParts(db, response);
  const items = tags.flatMap((tag) => {
    const modality = parseTagName(tag)?.modality;
    return modality === undefined ? [] : [{ tag, modality }];
  });
  if (response.strip.split(' ').includes('T')) items.unshift({ tag: TEXT_TAG, modality: 'text' });
  return items.flatMap((item) =>
    metrics.flatMap((metric): Work[] => {
      const scorer = scorers.find((one) => one.metric === metric && one.modality === item.modality);
      // GQ is asked of every item; the figures beside it only of the modality that has them
      if (scorer === undefined && metric !== 'GQ') return [];
      return [{ response, ...item, metric, scorer }];
    }),
  );
}

/** Why an item of a modality has no GQ; a sentence for people. */
export function whyNoScorer(modality: ModalityId): string {
  return `${MODALITIES[modality].label} is rated by a judge, and none is set.`;
}
