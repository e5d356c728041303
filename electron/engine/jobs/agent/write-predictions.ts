// The prediction file: one record an instance, written anew as a whole, so that a half-written one is
// never imported.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ChainResult } from '../../agent/define.ts';
import { listPredictions } from '../../db/agent-items.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { StoredInstance } from '../../db/instances.ts';

/** An answer as a record of a prediction file. @returns undefined where there is none */
export function toPrediction(
  { field, subdomain, recordId }: Pick<StoredInstance, 'field' | 'subdomain' | 'recordId'>,
  { prediction }: ChainResult,
): string | undefined {
  if (prediction === undefined) return undefined;
  const { modal, content } = prediction;
  return JSON.stringify({ domain: field, subdomain, id: recordId, output: { modal, content } });
}

/**
 * Writes the file. Records of the same id are told apart by their order, so one that has no answer stands
 * there without one when a later one has.
 *
 * @returns how many answers it holds
 */
export function writePredictions(db: ReadableDb, out: string): number {
  const predictions = listPredictions(db, out);
  const lines: string[] = [];
  const written = new Map<string, number>();
  for (const { key, ordinal, record } of predictions) {
    const base = ordinal > 1 ? key.slice(0, key.lastIndexOf('/')) : key;
    for (let count = written.get(base) ?? 0; count < ordinal - 1; count++) {
      lines.push(withoutOutput(record));
    }
    lines.push(record);
    written.set(base, ordinal);
  }
  mkdirSync(dirname(out), { recursive: true });
  const half = `${out}.part`;
  writeFileSync(half, lines.map((line) => `${line}\n`).join(''));
  renameSync(half, out);
  return predictions.length;
}

function withoutOutput(record: string): string {
  const { output: _, ...head } = JSON.parse(record) as Record<string, unknown>; // written above
  return JSON.stringify(head);
}
