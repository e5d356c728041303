import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Prediction = z.object({
  id: z.string(),
  domain: z.string(),
  subdomain: z.string(),
  output: z.object({ content: z.string(), modal: z.record(z.string(), z.string()) }),
});
export type Prediction = z.infer<typeof Prediction>;

/** The predictions of a file by their ids. */
export function readPredictions(path: string): Map<string, Prediction> {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const records = lines.map((line) => Prediction.parse(JSON.parse(line)));
  return new Map(records.map((record) => [record.id, record]));
}
