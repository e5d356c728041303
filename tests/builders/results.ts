import { join } from 'node:path';
import { answerRecord, record, writeRecords } from './records.ts';

/** What official result files say of one answer; what is undefined stands in no file. */
export interface JudgedAnswer {
  readonly id: string;
  /** Figures of items, 0..100, by tag; null where the script failed. */
  readonly gq?: Readonly<Record<string, number | null>> | undefined;
  /** 0..5. */
  readonly sc?: number | null | undefined;
  /** 1..5. */
  readonly hc?: number | null | undefined;
  readonly sh?: number | null | undefined;
}

/** Writes a model's GQ, SC and ICS files. @returns the folder that they are in */
export function writeResults(dir: string, model: string, answers: readonly JudgedAnswer[]): string {
  const folder = join(dir, 'results', model);
  const write = (name: string, records: readonly unknown[]) => {
    if (records.length > 0) writeRecords(join(folder, name), records);
  };
  write(
    'gq.jsonl',
    answers.flatMap(({ id, gq }) => (gq === undefined ? [] : [answerRecord(id, { scores: gq })])),
  );
  write(
    'sc.jsonl',
    answers.flatMap(({ id, sc }) => (sc === undefined ? [] : [scRecord(id, sc)])),
  );
  write(
    'ics.jsonl',
    answers.flatMap(({ id, hc, sh }) => {
      if (hc === undefined && sh === undefined) return [];
      const score = { coherence: hc ?? null, style_consistency: sh ?? null };
      return [record({ id, content: 'My drawing.', modal: {}, score })];
    }),
  );
  return folder;
}

function scRecord(id: string, score: number | null): unknown {
  const answer = answerRecord(id) as { output: object };
  const captioned_response = 'My drawing: <image2: a cat>';
  return { ...answer, output: { ...answer.output, captioned_response, score } };
}
