import { buildSequence } from '../../../shared/interleave/sequence.ts';
import type { WritableDb } from '../db/handle.ts';
import { listStaleResponses, prepareResponseWriter } from '../db/responses.ts';
import { prepareScoreWriter, type ScoreWriter } from '../db/scores.ts';
import { findSequence, listItems } from '../db/sequence-rows.ts';
import { packCounts, sequenceId, unpackCounts } from '../db/sequences.ts';
import { computedMetrics } from '../metrics/index.ts';
import type { StructureInput } from '../metrics/strict-structure.ts';

/** Scores one response's structure and keeps the figures. */
export function saveStructureScores(
  scores: ScoreWriter,
  modelId: number,
  instanceId: number,
  input: StructureInput,
): void {
  for (const metric of computedMetrics) {
    const outcome = metric.score(input);
    if (outcome.status === 'scored') {
      scores.saveValue(modelId, instanceId, metric, outcome.value);
    } else {
      const { id, version: metricVersion } = metric;
      scores.save({ modelId, instanceId, metric: id, metricVersion, unscored: outcome });
    }
  }
}

/**
 * Reads the structure of responses anew whose instance has changed or only now come: the roles of
 * their tags hang on the instance's input.
 *
 * @returns how many were read
 */
export function restructureStale(db: WritableDb): number {
  const stale = listStaleResponses(db);
  const scores = prepareScoreWriter(db);
  const responses = prepareResponseWriter(db);
  const save = db.prepare('UPDATE segments SET strip = ?, counts = ? WHERE sequence_id = ?');
  const countsOf = db
    .prepare<[number], string>('SELECT counts FROM segments WHERE sequence_id = ?')
    .pluck();
  db.transaction(() => {
    for (const { id, instanceId, modelId } of stale) {
      const sequence = findSequence(db, sequenceId('response', id));
      if (instanceId === undefined || sequence === undefined) continue;
      const { strip, counts } = buildSequence(sequence.content, {
        side: 'output',
        ownTags: sequence.items.map((item) => item.tag),
        otherTags: listItems(db, sequenceId('task', instanceId)).map((item) => item.tag),
      });
      save.run(strip, packCounts(counts), sequenceId('response', id));
      const reference = unpackCounts(countsOf.get(sequenceId('reference', instanceId)) ?? '');
      saveStructureScores(scores, modelId, instanceId, { reference, response: counts });
      responses.markFresh(id);
    }
  }).immediate();
  return stale.length;
}

/**
 * Scores every matched response from the counts that are kept, for when a metric's version goes up.
 *
 * @returns how many responses were scored
 */
export function rescoreAll(db: WritableDb): number {
  const scores = prepareScoreWriter(db);
  const rows = db
    .prepare<{ reference: number; response: number }, [number, number, string, string]>(
      `SELECT r.model_id, r.instance_id, a.counts, b.counts FROM responses r
       JOIN segments a ON a.sequence_id = r.instance_id + :reference
       JOIN segments b ON b.sequence_id = r.id + :response
       WHERE r.instance_id IS NOT NULL ORDER BY r.id`,
    )
    .raw()
    .all({ reference: sequenceId('reference', 0), response: sequenceId('response', 0) });
  db.transaction(() => {
    for (const [modelId, instanceId, reference, response] of rows) {
      saveStructureScores(scores, modelId, instanceId, {
        reference: unpackCounts(reference),
        response: unpackCounts(response),
      });
    }
  }).immediate();
  return rows.length;
}
