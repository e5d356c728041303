import { prepareHashFinder } from '../../db/file-hashes.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { OutcomeDraft } from '../../db/outcomes.ts';
import type { FileState, JobResult } from '../queue.ts';
import type { AskQueue } from './ask-queue.ts';
import type { FoundItem } from './find-item.ts';
import { fileState } from './hash-file.ts';
import { sha256 } from './outcome-key.ts';
import type { ResultWriter } from './result-writer.ts';

/** An item that has bytes. */
export type Source = Exclude<FoundItem, { kind: 'none' }>;

/** `state` is the file's when its bytes were read; it is scored only as long as it stays so. */
export type ContentHash =
  | { readonly kind: 'hash'; readonly contentHash: string; readonly state?: FileState | undefined }
  | { readonly kind: 'none'; readonly draft: OutcomeDraft };

/** What a job found out, and how long it took. */
export interface Computed {
  readonly draft: OutcomeDraft;
  readonly seconds: number;
}

const TIME_LIMIT_MS = 300_000;

/** Knows the hash of a file that was read before and has not changed; asks a worker for others. */
export function createContentHasher(
  db: ReadableDb,
  ask: AskQueue,
  writer: Pick<ResultWriter, 'noteHash'>,
): (source: Source) => Promise<ContentHash> {
  const find = prepareHashFinder(db);
  const asked = new Map<string, Promise<ContentHash>>();

  async function hashFile(path: string): Promise<ContentHash> {
    const result = await ask({ kind: 'hash', path, timeLimitMs: TIME_LIMIT_MS });
    asked.delete(path);
    if (result.kind !== 'hashed') return { kind: 'none', draft: toComputed(result).draft };
    const { contentHash, state } = result;
    writer.noteHash({ path, state, contentHash });
    return { kind: 'hash', contentHash, state };
  }

  return async (source) => {
    if (source.kind === 'inline') return { kind: 'hash', contentHash: sha256(source.text) };
    const { path } = source;
    const state = fileState(path);
    const known = state && find(path, state);
    if (known !== undefined) return { kind: 'hash', contentHash: known, state };
    const hashed = asked.get(path) ?? hashFile(path);
    asked.set(path, hashed);
    return await hashed;
  };
}

/** The outcome that a job came back with. */
export function toComputed(result: JobResult): Computed {
  if (result.kind !== 'outcome') throw new Error(`a job was answered by "${result.kind}"`);
  return { draft: result.outcome, seconds: result.seconds };
}
