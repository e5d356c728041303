// Example results in the formats of the official scripts, from the hand-written figures of the specs.
import { join } from 'node:path';
import { captioned, joinRecords, type DemoRecord } from './record.ts';
import { MODEL_IDS, MODELS, type AnswerSpec, type InstanceSpec, type ModelId } from './spec.ts';
import { itemValue, put, type Target } from './write.ts';

interface Scored {
  readonly record: DemoRecord;
  readonly answer: AnswerSpec;
}

/** `results/<Model>/gq.jsonl`, `ics.jsonl` and `sc.jsonl` for every model. */
export async function writeResults(target: Target, specs: readonly InstanceSpec[]): Promise<void> {
  for (const model of MODEL_IDS) {
    const scored = specs.flatMap((spec) => scoredOf(spec, model));
    const folder = join('results', MODELS[model]);
    const how = 'example scores, written by hand in instances/';
    const save = (name: string, records: readonly object[]) =>
      put(target, join(folder, name), joinRecords(join(folder, name), records), how);
    await save('gq.jsonl', scored.filter((one) => one.answer.scores.gq).map(gqRecord));
    await save(
      'ics.jsonl',
      scored.filter((one) => one.answer.scores.hc !== undefined).map(icsRecord),
    );
    await save(
      'sc.jsonl',
      scored.filter((one) => one.answer.scores.sc !== undefined).map((one) => scRecord(one, model)),
    );
  }
}

function scoredOf(spec: InstanceSpec, model: ModelId): Scored[] {
  const answer = spec.answers[model];
  if (answer === undefined) return [];
  const modal = Object.fromEntries(
    Object.entries(answer.items).map(([tag, item]) => [tag, itemValue(spec, tag, item)]),
  );
  const record: DemoRecord = {
    domain: spec.field === 'general_area' ? 'general_domain' : spec.field,
    subdomain: spec.folder.replace(/^\d+_/, ''),
    id: spec.id,
    output: { modal, content: answer.content },
    ...(spec.difficulty === undefined ? {} : { difficulty_level: spec.difficulty }),
  };
  return [{ record, answer }];
}

function gqRecord({ record, answer }: Scored): DemoRecord {
  return { ...record, scores: answer.scores.gq };
}

function icsRecord({ record, answer }: Scored): object {
  const { domain, subdomain, id, difficulty_level } = record;
  const captions = Object.entries(answer.items).map(([tag, item]): [string, string] => [
    tag,
    item.caption,
  ]);
  return {
    domain,
    subdomain,
    id,
    content: captioned(answer),
    modal: Object.fromEntries(captions.filter(([, caption]) => caption !== '')),
    ...(difficulty_level === undefined ? {} : { difficulty_level }),
    score: { coherence: answer.scores.hc, style_consistency: answer.scores.sh },
  };
}

/** SC on 1..5; the files of the strong model are of the older kind, 0, 0.2 … 1. */
function scRecord({ record, answer }: Scored, model: ModelId): DemoRecord {
  const sc = answer.scores.sc ?? null;
  const score = model === 'aria' && sc !== null ? sc / 5 : sc;
  return {
    ...record,
    output: { ...record.output, captioned_response: captioned(answer), score },
  } as DemoRecord;
}
