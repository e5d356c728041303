import { prepareHashFinder, type HashedState } from '../../db/file-hashes.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { JobResult, ScoredMetric } from '../queue.ts';
import type { AskQueue } from './ask-queue.ts';
import type { Computed, ContentHash, ContentHasher, NoTask } from './define-doer.ts';
import { fileState } from './hash-file.ts';
import { sha256 } from './outcome-key.ts';

/** A file that was hashed. */
export interface Hashed {
  readonly path: string;
  readonly state: HashedState;
  readonly contentHash: string;
}

const TIME_LIMIT_MS = 300_000;

/** Knows the hash of a file that was read before and has not changed; others are unread. */
export function createKnownHashes(
  db: ReadableDb,
): (source: Parameters<ContentHasher>[0]) => ContentHash {
  const find = prepareHashFinder(db);
  return (source) => {
    if (source.kind === 'inline') return { kind: 'hash', contentHash: sha256(source.text) };
    const state = fileState(source.path);
    const contentHash = state && find(source.path, state);
    return contentHash === undefined ? { kind: 'unread' } : { kind: 'hash', contentHash, state };
  };
}

/**
 * Has files read that are unread.
 *
 * @param note  keeps what was found
 */
export function createContentHasher(
  db: ReadableDb,
  ask: AskQueue,
  note: (hashed: Hashed) => void,
): ContentHasher {
  const known = createKnownHashes(db);
  const asked = new Map<string, Promise<ContentHash>>();

  async function hashFile(path: string): Promise<ContentHash> {
    const result = await ask({ kind: 'hash', path, timeLimitMs: TIME_LIMIT_MS });
    asked.delete(path);
    if (result.kind !== 'hashed') return { kind: 'none', draft: toUnscored(result) };
    const { contentHash, state } = result;
    note({ path, state, contentHash });
    return { kind: 'hash', contentHash, state };
  }

  return async (source) => {
    const before = known(source);
    if (source.kind === 'inline' || before.kind !== 'unread') return before;
    const { path } = source;
    const hashed = asked.get(path) ?? hashFile(path);
    asked.set(path, hashed);
    return await hashed;
  };
}

/** The outcome that a job came back with. */
export function toComputed(metric: ScoredMetric, result: JobResult): Computed {
  if (result.kind !== 'outcome') throw new Error(`a job was answered by "${result.kind}"`);
  const { outcome, seconds } = result;
  if (outcome.status !== 'scored') return { draft: outcome, seconds };
  const { value, raw, components } = outcome;
  return {
    draft: { status: 'scored', figures: { [metric]: { value, raw } }, components },
    seconds,
  };
}

/** Why a job gave nothing but an outcome. */
export function toUnscored(result: JobResult): NoTask['draft'] {
  const outcome = result.kind === 'outcome' ? result.outcome : undefined;
  if (outcome?.status === 'unscored') return outcome;
  throw new Error(`a job was answered by "${outcome?.status ?? result.kind}"`);
}
