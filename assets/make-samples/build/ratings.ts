import { MODELS, type InstanceSpec, type ModelId } from './spec.ts';
import { put, type Target } from './write.ts';

/** A hand-written rating: instance, model, rater, then SC, HC and SH on 1..5, and a note. */
export type RatingRow = readonly [
  id: string,
  model: ModelId,
  rater: 'rater-1' | 'rater-2',
  sc: number,
  hc: number,
  sh: number,
  note?: string,
];

/** `ratings.jsonl`: one line a rating and metric. */
export async function writeRatings(
  target: Target,
  specs: readonly InstanceSpec[],
  rows: readonly RatingRow[],
): Promise<void> {
  const out: string[] = [];
  for (const [i, [id, model, rater, sc, hc, sh, note]] of rows.entries()) {
    const spec = specs.find((one) => `${one.folder.replace(/^\d+_/, '')}/${one.id}` === id);
    if (spec === undefined) continue;
    const minutes = String(i % 60).padStart(2, '0');
    const ratedAt = `2025-03-${rater === 'rater-1' ? '04' : '06'}T${String(9 + Math.floor(i / 60)).padStart(2, '0')}:${minutes}:00.000Z`;
    for (const [metric, value] of [
      ['SC', sc],
      ['HC', hc],
      ['SH', sh],
    ] as const)
      out.push(
        JSON.stringify({
          domain: spec.field === 'general_area' ? 'general_domain' : spec.field,
          subdomain: spec.folder.replace(/^\d+_/, ''),
          id: spec.id,
          model: MODELS[model],
          metric,
          rater,
          value,
          ratedAt,
          ...(note !== undefined && metric === 'SC' ? { note } : {}),
        }),
      );
  }
  await put(
    target,
    'ratings.jsonl',
    Buffer.from(out.join('\n') + '\n'),
    'example ratings, written by hand',
  );
}
