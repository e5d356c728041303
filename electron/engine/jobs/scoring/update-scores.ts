import type { WritableDb } from '../../db/handle.ts';
import { prepareHasReasons } from '../../db/judged-outcomes.ts';
import type { OutcomeFigure } from '../../db/outcomes.ts';
import { prepareScoreWriter } from '../../db/scores.ts';
import { prepareDirtyMark } from '../../db/search-rows.ts';
import { getScoring } from '../../db/settings.ts';
import { fromFiveLevels, scaleLabel } from '../../judges/figures.ts';
import { figureMetrics } from './figure-metrics.ts';
import type { Settled } from './settled.ts';

/** Brings the scores of an item up to date; those that have this outcome already are left alone. */
export function prepareScoreUpdate(
  db: WritableDb,
): (settled: Settled, outcomeId: number | undefined) => void {
  const scores = prepareScoreWriter(db);
  const hasReasons = prepareHasReasons(db);
  const findResponse = db.prepare<[number], { model_id: number; instance_id: number }>(
    'SELECT model_id, instance_id FROM responses WHERE id = ? AND instance_id IS NOT NULL',
  );
  const findOutcomeId = db
    .prepare<[number, number, string, string], number | null>(
      `SELECT outcome_id FROM scores
       WHERE model_id = ? AND instance_id = ? AND metric = ? AND tag = ? AND is_imported = 0`,
    )
    .pluck();
  /** An outcome may be older than the scale that is set. */
  function asSet(figure: OutcomeFigure | undefined): OutcomeFigure | undefined {
    if (figure?.scale === undefined) return figure;
    const { scale } = getScoring(db);
    const { raw } = figure;
    return { raw, value: fromFiveLevels(raw, scale), scale: scaleLabel(scale) };
  }
  return ({ target, outcome, version }, outcomeId) => {
    if (target === undefined) return;
    const owner = findResponse.get(target.responseId);
    if (owner === undefined) return;
    const { model_id: modelId, instance_id: instanceId } = owner;
    let isChanged = false;
    for (const metric of figureMetrics(target.metric)) {
      const { tag } = target;
      const before = findOutcomeId.get(modelId, instanceId, metric, tag);
      if (before !== undefined && before !== null && before === outcomeId) continue;
      scores.save({
        modelId,
        instanceId,
        metric,
        metricVersion: version,
        tag,
        ...(outcome.status === 'scored' && asSet(outcome.figures[metric])),
        ...(outcome.status === 'unscored' && { unscored: outcome }),
        outcomeId,
      });
      isChanged = true;
    }
    // a mark of its own each time: what was marked before may have been indexed since
    if (isChanged && outcomeId !== undefined && hasReasons(outcomeId)) {
      prepareDirtyMark(db)(instanceId);
    }
  };
}
