import { z } from 'zod';
import { isModalityId, type ModalityId } from '../../../shared/model/modality.ts';
import type { ModelManifest } from '../../../shared/model/settings.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

interface ManifestRow {
  model: string;
  inputs: string | null;
  source: string;
}

const Inputs = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(z.string()));

const fromRow = ({ model, inputs, source }: ManifestRow): ModelManifest => ({
  model,
  source,
  ...(inputs === null ? {} : { inputs: modalitiesIn(inputs) }),
});

function modalitiesIn(inputs: string): ModalityId[] {
  return Inputs.parse(inputs).filter(isModalityId);
}

/** What was kept of models' manifests, by model name; also of models that are not in the project. */
export function mapManifests(db: ReadableDb): Map<string, ModelManifest> {
  const rows = db
    .prepare<[], ManifestRow>('SELECT model, inputs, source FROM model_manifests ORDER BY model')
    .all();
  return new Map(rows.map((row) => [row.model, fromRow(row)]));
}

/** Keeps a model's manifest in place of an earlier one; one without inputs and source is forgotten. */
export function saveManifest(db: WritableDb, { model, inputs, source }: ModelManifest): void {
  if (inputs === undefined && source === '') {
    db.prepare('DELETE FROM model_manifests WHERE model = ?').run(model);
    return;
  }
  db.prepare(
    `INSERT INTO model_manifests (model, inputs, source) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET inputs = excluded.inputs, source = excluded.source`,
  ).run(model, inputs === undefined ? null : JSON.stringify(inputs), source);
}
