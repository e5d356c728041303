// A project of UniM's size with eight models and ten metrics, written straight into its database: to
// import and score as much would take longer than everything that is measured on it. Seeded.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWritable } from '../../../electron/engine/db/open.ts';
import { prepareScoreWriter, type ScoreWriter } from '../../../electron/engine/db/scores.ts';
import { sequenceId } from '../../../electron/engine/db/sequences.ts';
import { projectFile } from '../../../electron/engine/project/layout.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import { SUBDOMAINS } from '../engine/subdomains.ts';

/** Raise it whenever the data would come out differently. */
const GENERATOR_VERSION = 2;

export const MODELS = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta', 'Eta', 'Theta'];
/** Sets of modalities, as `db/masks.ts` has them: image, audio, video, document, code, 3D. */
const MASKS = [0, 2, 2, 2, 4, 4, 6, 8, 10, 16, 18, 32, 64, 22];

/** @returns the project's folder; made on the first call, found again on later ones */
export function makeProject(): string {
  const dir = join(tmpdir(), `unim-loupe-bench-analysis-${GENERATOR_VERSION}`);
  if (!existsSync(dir)) {
    rmSync(`${dir}.new`, { recursive: true, force: true });
    mkdirSync(`${dir}.new`);
    writeProject(`${dir}.new`);
    renameSync(`${dir}.new`, dir);
  }
  return dir;
}

function writeProject(dir: string): void {
  const db = openWritable(projectFile(dir));
  db.exec(`
    INSERT INTO facts VALUES ('name', 'Bench');
    INSERT INTO sources (id, kind, path) VALUES (1, 'dataset', '/bench');
    INSERT INTO files (id, source_id, path, size_bytes, mtime_ms, status)
      VALUES (1, 1, '/bench/records.jsonl', 0, 0, 'done');`);
  for (const name of MODELS) db.prepare('INSERT INTO models (name) VALUES (?)').run(name);
  const addInstance = db.prepare(
    `INSERT INTO instances (key, field, subdomain, record_id, ordinal, difficulty, input_mask,
       output_mask, file_id, line, generation) VALUES (?, ?, ?, ?, 1, ?, ?, ?, 1, ?, 1)`,
  );
  const addResponse = db.prepare(
    'INSERT INTO responses (model_id, instance_id, file_id, line) VALUES (?, ?, 1, ?)',
  );
  const addTask = db.prepare(
    `INSERT INTO segments (sequence_id, strip, counts, content) VALUES (?, 'T', '0 0 0 0 0 0', ?)`,
  );
  const addCapability = db.prepare(
    'INSERT INTO capabilities (key, capability, file_id) VALUES (?, ?, 1)',
  );
  const scores = prepareScoreWriter(db);
  const random = createRandom(6);
  const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
  db.transaction(() => {
    let id = 0;
    for (const { field, name, difficulties } of SUBDOMAINS) {
      difficulties.forEach((count, level) => {
        for (let at = 0; at < count; at++) {
          id += 1;
          const key = `${field}/${name}/${id}`;
          const difficulty = random() < 0.6 ? level + 1 : null;
          addInstance.run(key, field, name, String(id), difficulty, oneOf(MASKS), oneOf(MASKS), id);
          addTask.run(sequenceId('task', id), 'x'.repeat(40 + Math.floor(900 * random() ** 2)));
          for (const capability of new Set([oneOf(CAPABILITIES), oneOf(CAPABILITIES)]))
            addCapability.run(key, capability);
          MODELS.forEach((_, model) => {
            if (random() < 0.03) return;
            addResponse.run(model + 1, id, id);
            writeScores(scores, random, model + 1, id, 0.35 + 0.05 * model - 0.05 * level);
          });
        }
      });
    }
  })();
  db.close();
}

const CAPABILITIES = Array.from({ length: 10 }, (_, at) => `C${at + 1}`);
/** StS and LeS are shares of few items, judges give five grades, quality and likeness are continuous. */
const METRICS = [
  { id: 'StS', steps: 12, missing: 0 },
  { id: 'LeS', steps: 4, missing: 0 },
  { id: 'SC', steps: 5, missing: 0.01 },
  { id: 'GQ', steps: 10_000, missing: 0.1 },
  { id: 'HC', steps: 5, missing: 0.01 },
  { id: 'SH', steps: 5, missing: 0.01 },
  { id: 'SC-lexical', steps: 10_000, missing: 0 },
  { id: 'other-metric', steps: 10_000, missing: 0.02 },
];

function writeScores(
  scores: ScoreWriter,
  random: () => number,
  modelId: number,
  instanceId: number,
  level: number,
): void {
  for (const { id, steps, missing } of METRICS) {
    if (random() < missing) continue;
    const drawn = Math.min(1, Math.max(0, level + (random() + random() - 1) * 0.6));
    const value = Math.round(drawn * steps) / steps;
    if (id === 'GQ')
      scores.save({ modelId, instanceId, metric: id, metricVersion: 1, tag: 'text', value });
    else scores.saveValue(modelId, instanceId, { id, version: 1 }, value);
  }
}
