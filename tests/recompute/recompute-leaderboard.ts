// The leaderboard once more, from the rows of a project's database and nothing of the program: every
// metric, by difficulty, abs and rel, with intervals by a bootstrap of its own.
import Database from 'better-sqlite3';
import { join } from 'node:path';

export interface RecomputedCell {
  readonly model: string;
  readonly group: string;
  readonly metric: string;
  readonly abs: number | undefined;
  readonly rel: number | undefined;
  readonly n: number;
  readonly nUnscored: number;
  readonly tau: number;
  /** Of abs; undefined without figures. */
  readonly ci95: readonly [number, number] | undefined;
}

const METRICS = ['StS', 'LeS', 'SC', 'GQ', 'SQCS', 'HC', 'SH', 'ICS'];
/** Bits in the order of UniM's modalities. */
const MODALITIES = ['text', 'image', 'audio', 'video', 'document', 'code', 'threeD'];

/** @param folder  of a project that is not written to at the moment */
export function recomputeByDifficulty(folder: string): RecomputedCell[] {
  const db = new Database(join(folder, 'loupe.sqlite'), { readonly: true });
  const all = <T>(sql: string) => db.prepare<[], T>(sql).all();
  const [stored] = all<{ value: string }>("SELECT value FROM settings WHERE name = 'scoring'");
  const eta = JSON.parse(stored?.value ?? '{}') as { sqcsEta?: number; icsEta?: number };
  const models = all<{ id: number; name: string }>('SELECT id, name FROM models');
  const instances = all<{ id: number; difficulty: number | null; input_mask: number }>(
    'SELECT id, difficulty, input_mask FROM instances',
  );
  const answered = all<{ i: number; m: number }>(
    'SELECT instance_id AS i, model_id AS m FROM responses WHERE instance_id IS NOT NULL',
  );
  const manifests = all<{ model: string; inputs: string | null }>(
    'SELECT model, inputs FROM model_manifests',
  );
  // of one item the computed figure, else the imported one; of several items their mean
  const figures = all<{ m: number; i: number; metric: string; value: number }>(
    `SELECT model_id AS m, instance_id AS i, metric, avg(value) AS value FROM (
       SELECT model_id, instance_id, metric, tag, value, min(is_imported) FROM scores
       WHERE value IS NOT NULL GROUP BY model_id, instance_id, metric, tag)
     GROUP BY model_id, instance_id, metric`,
  );
  db.close();
  const known = new Map(figures.map(({ m, i, metric, value }) => [`${m} ${i} ${metric}`, value]));
  const valueOf = (model: number, instance: number, metric: string): number => {
    const part = (name: string) => known.get(`${model} ${instance} ${name}`) ?? Number.NaN;
    if (metric === 'ICS') {
      const share = eta.icsEta ?? 0.8;
      return share * part('HC') + (1 - share) * part('SH');
    }
    if (metric !== 'SQCS') return part(metric);
    const share = eta.sqcsEta ?? 0.7;
    return part('SC') === 0 ? 0 : part('SC') * (share + (1 - share) * part('GQ'));
  };
  const groups = Map.groupBy(instances, ({ difficulty }) => String(difficulty ?? 'unknown'));
  return [...groups].flatMap(([group, own]) =>
    models.flatMap((model) => {
      const inputs = manifests.find((manifest) => manifest.model === model.name)?.inputs;
      const takes = typeof inputs === 'string' ? (JSON.parse(inputs) as string[]) : undefined;
      const supported = own.filter(({ id, input_mask }) =>
        takes === undefined
          ? answered.some(({ i, m }) => i === id && m === model.id)
          : MODALITIES.every(
              (name, bit) => bit === 0 || (input_mask >> bit) % 2 === 0 || takes.includes(name),
            ),
      );
      const tau = supported.length / own.length;
      return METRICS.map((metric): RecomputedCell => {
        const values = supported
          .map(({ id }) => valueOf(model.id, id, metric))
          .filter((value) => !Number.isNaN(value));
        const abs = values.length === 0 ? undefined : average(values);
        return {
          ...{ model: model.name, group, metric, abs, tau, n: values.length },
          rel: abs === undefined ? undefined : tau * abs,
          nUnscored: supported.length - values.length,
          ci95: values.length === 0 ? undefined : resample(values),
        };
      });
    }),
  );
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** 20,000 resamples, by the "minimal standard" generator: nothing is shared with the program. */
function resample(values: readonly number[]): [number, number] {
  let state = 20_261_122;
  const next = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const means = Array.from({ length: 20_000 }, () => {
    let sum = 0;
    for (const _ of values) sum += values[Math.floor(next() * values.length)]!;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return [means[500]!, means[19_499]!];
}
