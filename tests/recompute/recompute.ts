// Composites and their aggregates, computed a second time from nothing but the rows of a project's
// database. Imports nothing of the program on purpose: what it shares with the engine is the paper.
//   node tests/recompute/recompute.ts PROJECT_FOLDER
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';

/** What one response's parts give; undefined where they do not decide it. */
export interface Recomputed {
  readonly key: string;
  readonly model: string;
  readonly SQCS: number | undefined;
  readonly ICS: number | undefined;
}

export interface RecomputedMean {
  readonly model: string;
  readonly metric: 'SQCS' | 'ICS';
  readonly abs: number | undefined;
  readonly rel: number | undefined;
  readonly n: number;
  readonly nUnscored: number;
  readonly tau: number;
}

interface Row {
  instance: number;
  model: number;
  metric: string;
  tag: string;
  value: number | null;
  raw: number | null;
  scale: string | null;
  imported: number;
}

/** @param folder  of a project */
export function recompute(folder: string): { responses: Recomputed[]; means: RecomputedMean[] } {
  const db = new Database(join(folder, 'loupe.sqlite'), { readonly: true });
  try {
    return recomputeFrom(db);
  } finally {
    db.close();
  }
}

function recomputeFrom(db: Database.Database) {
  const all = <T>(sql: string) => db.prepare<[], T>(sql).all();
  const stored = all<{ value: string }>("SELECT value FROM settings WHERE name = 'scoring'")[0];
  const scoring = JSON.parse(stored?.value ?? '{}') as { sqcsEta?: number; icsEta?: number };
  const [sqcsEta, icsEta] = [scoring.sqcsEta ?? 0.7, scoring.icsEta ?? 0.8];
  const models = all<{ id: number; name: string }>('SELECT id, name FROM models ORDER BY id');
  const instances = all<{ id: number; key: string; input_mask: number }>(
    'SELECT id, key, input_mask FROM instances ORDER BY id',
  );
  const answered = new Set(
    all<{ i: number; m: number }>(
      'SELECT instance_id AS i, model_id AS m FROM responses WHERE instance_id IS NOT NULL',
    ).map(({ i, m }) => `${m} ${i}`),
  );
  const takes = new Map(
    all<{ model: string; inputs: string | null }>('SELECT model, inputs FROM model_manifests').map(
      ({ model, inputs }) => [
        model,
        inputs === null ? undefined : (JSON.parse(inputs) as string[]),
      ],
    ),
  );
  const figures = readFigures(all<Row>(SCORES));
  const responses: Recomputed[] = [];
  const means: RecomputedMean[] = [];
  for (const model of models) {
    const own = instances.map(({ id, key, input_mask }) => {
      const parts = figures.get(`${model.id} ${id}`) ?? new Map<string, number[]>();
      const [sc, gq, hc, sh] = ['SC', 'GQ', 'HC', 'SH'].map((metric) =>
        average(parts.get(metric) ?? []),
      );
      const sqcs = sc === 0 ? 0 : sc! * (sqcsEta + (1 - sqcsEta) * gq!);
      const ics = icsEta * hc! + (1 - icsEta) * sh!;
      const taken = takes.get(model.name);
      const isSupported =
        taken === undefined
          ? answered.has(`${model.id} ${id}`)
          : modalitiesIn(input_mask).every((modality) => taken.includes(modality));
      return { key, model: model.name, SQCS: known(sqcs), ICS: known(ics), isSupported };
    });
    responses.push(...own.map(({ isSupported: _, ...rest }) => rest));
    const supported = own.filter(({ isSupported }) => isSupported);
    const tau = instances.length === 0 ? 0 : supported.length / instances.length;
    for (const metric of ['SQCS', 'ICS'] as const) {
      const values = supported.flatMap((one) => one[metric] ?? []);
      const abs = known(average(values));
      const rel = abs === undefined ? undefined : tau * abs;
      const [n, nUnscored] = [values.length, supported.length - values.length];
      means.push({ model: model.name, metric, abs, rel, n, nUnscored, tau });
    }
  }
  return { responses, means };
}

const SCORES = `SELECT instance_id AS instance, model_id AS model, metric, tag, value, raw, scale,
  is_imported AS imported FROM scores WHERE metric IN ('SC', 'GQ', 'HC', 'SH')`;

/** By response and metric: one figure a tag, the computed one where it has a value. */
function readFigures(rows: readonly Row[]): Map<string, Map<string, number[]>> {
  const chosen = new Map<string, Row>();
  for (const row of rows) {
    if (row.value === null) continue;
    const name = `${row.model} ${row.instance} ${row.metric} ${row.tag}`;
    const other = chosen.get(name);
    if (other === undefined || row.imported === 0) chosen.set(name, row);
  }
  const figures = new Map<string, Map<string, number[]>>();
  for (const row of chosen.values()) {
    const name = `${row.model} ${row.instance}`;
    const parts = figures.get(name) ?? new Map<string, number[]>();
    figures.set(name, parts);
    parts.set(row.metric, [...(parts.get(row.metric) ?? []), figureOf(row)]);
  }
  return figures;
}

/** From the figure on its own scale, where that is kept. */
function figureOf({ raw, value, scale, metric }: Row): number {
  if (raw === null) return value!;
  if (scale === 's/5') return raw / 5;
  if (scale === '(s − 1)/4') return raw === 0 ? 0 : (raw - 1) / 4;
  if (scale === 'as is') return raw;
  return metric === 'GQ' ? raw / 100 : value!;
}

/** Bits in the order of UniM's modalities; text is none that a model could lack. */
function modalitiesIn(mask: number): string[] {
  const names = ['text', 'image', 'audio', 'video', 'document', 'code', 'threeD'];
  return names.filter((name, bit) => name !== 'text' && (mask >> bit) % 2 === 1);
}

function average(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

const known = (value: number) => (Number.isNaN(value) ? undefined : value);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${JSON.stringify(recompute(process.argv[2] ?? '.'), undefined, 2)}\n`);
}
