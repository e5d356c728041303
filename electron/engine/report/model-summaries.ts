import type { ModelSummary } from '../../../shared/model/response.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listModels } from '../db/models.ts';
import { countResponsesByModel } from '../db/responses.ts';
import { listScoredMetrics } from '../db/scores.ts';
import { listMetrics } from '../metrics/index.ts';
import type { Columns } from '../query/columns.ts';

/**
 * The models of the project, with what there is of each.
 *
 * @param columns  for the metrics that are not stored but follow from others
 */
export function summariseModels(db: ReadableDb, columns: Columns): ModelSummary[] {
  const counts = new Map(countResponsesByModel(db).map((row) => [row.modelId, row]));
  const scored = Map.groupBy(listScoredMetrics(db), (row) => row.modelId);
  const known = listMetrics().map((metric) => metric.id);
  return listModels(db).map(({ id, name }) => {
    const own = scored.get(id) ?? [];
    const composed = columns.models.find((model) => model.id === id)?.scores.keys() ?? [];
    const metrics = [...new Set([...own.map((row) => row.metric), ...composed])];
    return {
      name,
      responses: counts.get(id)?.matched ?? 0,
      unmatched: counts.get(id)?.unmatched ?? 0,
      metrics: metrics.sort((a, b) => known.indexOf(a) - known.indexOf(b)),
      hasExampleScores: own.some((row) => row.isExample),
    };
  });
}
