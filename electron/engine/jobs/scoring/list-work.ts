import { MODALITIES, type ModalityId } from '../../../../shared/model/modality.ts';
import { RUN_METRICS, type RunMetric, type RunRequest } from '../../../../shared/model/run.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { listModels } from '../../db/models.ts';
import { listWorkResponses, type WorkResponse } from '../../db/run-items.ts';
import type { ScorerInfo } from '../queue.ts';
import { createBreather } from './breathe.ts';
import { withoutMeshParts } from './mesh-parts.ts';
import { modalityOfTag, TEXT_TAG, WHOLE_RESPONSE } from './item-tag.ts';

/** One metric of one item, or of a whole response, and what would compute it. */
export interface Work {
  readonly response: WorkResponse;
  /** `WHOLE_RESPONSE` without an item. */
  readonly tag: string;
  /** Of the item. */
  readonly modality: ModalityId | undefined;
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
/** So many are named to the database; of more it is quicker to look at all. */
const FEW_INSTANCES = 1000;
/** A baseline is only computed when it is named. */
const BASELINES: readonly RunMetric[] = ['SC-lexical'];

/** The metrics that a request is for. */
export function metricsOf({ metrics }: Pick<RunRequest, 'metrics'>): readonly RunMetric[] {
  if (metrics.length > 0) return metrics;
  return RUN_METRICS.filter((metric) => !BASELINES.includes(metric));
}

/**
 * Every metric of every item that a run is asked for, in the order of import. Lets other calls in
 * between.
 */
export async function* listWork(db: ReadableDb, scope: WorkScope): AsyncGenerator<Work[]> {
  const { request, instanceIds } = scope;
  const breathe = createBreather();
  const modelIds = listModels(db).flatMap(({ id, name }) =>
    request.models.length === 0 || request.models.includes(name) ? [id] : [],
  );
  const few = instanceIds.size <= FEW_INSTANCES ? [...instanceIds] : undefined;
  let after = 0;
  for (;;) {
    const of = { modelIds, instanceIds: few };
    const responses = listWorkResponses(db, of, after, RESPONSES_A_ROUND);
    const last = responses.at(-1);
    if (last === undefined) return;
    after = last.responseId;
    const meant = responses.filter(({ instanceId }) => instanceIds.has(instanceId));
    yield meant.flatMap((response) => workOf(db, response, scope));
    await breathe();
  }
}

function workOf(db: ReadableDb, response: WorkResponse, { request, scorers }: WorkScope): Work[] {
  const metrics = metricsOf(request);
  const tags = withoutMeshParts(db, response);
  if (response.strip.split(' ').includes('T')) tags.unshift(TEXT_TAG);
  return [...tags, WHOLE_RESPONSE].flatMap((tag) => {
    const modality = modalityOfTag(tag);
    if (tag !== WHOLE_RESPONSE && modality === undefined) return [];
    return metrics.flatMap((metric): Work[] => {
      const scorer = scorers.find((one) => one.metric === metric && one.modality === modality);
      const isMissed = isExpected(metric, modality, request.metrics.includes(metric));
      return scorer === undefined && !isMissed ? [] : [{ response, tag, modality, metric, scorer }];
    });
  });
}

/** GQ is asked of every item and a judged figure of responses where it is named; others where they can be. */
function isExpected(
  metric: RunMetric,
  modality: ModalityId | undefined,
  isNamed: boolean,
): boolean {
  if (modality !== undefined) return metric === 'GQ';
  return isNamed && (metric === 'SC' || metric === 'coherence');
}

/** Why there is nothing that computes a metric; a sentence for people. */
export function whyNoScorer(metric: RunMetric, modality: ModalityId | undefined): string {
  if (modality === undefined) return `${metric} is asked of a judge, and none is set.`;
  return `${MODALITIES[modality].label} is rated by a judge, and none is set.`;
}
