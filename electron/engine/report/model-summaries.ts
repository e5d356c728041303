import type { ModelSummary } from '../../../shared/model/response.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listModels } from '../db/models.ts';
import { countResponsesByModel } from '../db/responses.ts';
import { listScoredMetrics } from '../db/scores.ts';
import { listMetrics } from '../metrics/index.ts';

/** The models of the project, with what there is of each. */
export function summariseModels(db: ReadableDb): ModelSummary[] {
  const counts = new Map(countResponsesByModel(db).map((row) => [row.modelId, row]));
  const scored = Map.groupBy(listScoredMetrics(db), (row) => row.modelId);
  const known = listMetrics().map((metric) => metric.id);
  return listModels(db).map(({ id, name }) => {
    const own = scored.get(id) ?? [];
    const metrics = own.map((row) => row.metric);
    return {
      name,
      responses: counts.get(id)?.matched ?? 0,
      unmatched: counts.get(id)?.unmatched ?? 0,
      metrics: metrics.sort((a, b) => known.indexOf(a) - known.indexOf(b)),
      hasExampleScores: own.some((row) => row.isExample),
    };
  });
}
