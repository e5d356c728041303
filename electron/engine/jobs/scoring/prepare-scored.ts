import type { RunSettings } from '../../../../shared/model/run.ts';
import type { FileState, JobInput, ScoreJob, ScorerInfo, TextPair } from '../queue.ts';
import type { AskQueue } from './ask-queue.ts';
import { toComputed } from './content-hasher.ts';
import {
  noTask,
  type Computed,
  type ContentHasher,
  type DoerItem,
  type Preparer,
  type Source,
} from './define-doer.ts';
import type { ItemFinder } from './find-item.ts';
import { outcomeKey, sha256 } from './outcome-key.ts';

/** What has to be known of items that workers score. */
export interface ScoredPreparerOptions {
  readonly hashOf: ContentHasher;
  readonly findItem: ItemFinder;
  /** The texts of a whole response, for metrics that compare them. */
  readonly readTexts: (response: DoerItem['response']) => TextPair;
  readonly settings: RunSettings;
}

/** Items that workers score: media, and texts side by side. Their hands are a queue of jobs. */
export function createScoredPreparer(options: ScoredPreparerOptions): Preparer<AskQueue> {
  const { hashOf, findItem, readTexts, settings } = options;

  const computeBy = (scorer: ScorerInfo, input: ScoreJob['input']) => async (ask: AskQueue) =>
    await compute(ask, scorer, input, settings);

  return async ({ tag, response }, scorer) => {
    if (scorer.modality === undefined) {
      const texts = readTexts(response);
      const hash = sha256(JSON.stringify([texts.reference, texts.response]));
      const key = outcomeKey(scorer, texts, hash);
      return { kind: 'task', key, compute: computeBy(scorer, texts) };
    }
    const found = findItem(response, tag);
    if (found.kind === 'none') return noTask(found.code, found.reason);
    const hashed = await hashOf(found);
    if (hashed.kind === 'none') return hashed;
    if (hashed.kind === 'unread') return { kind: 'task', key: undefined, compute: notInPlans };
    const key = outcomeKey(scorer, found, hashed.contentHash);
    return { kind: 'task', key, compute: computeBy(scorer, toJobInput(found, hashed.state)) };
  };
}

async function compute(
  ask: AskQueue,
  { metric, modality, version, timeLimitMs }: ScorerInfo,
  input: ScoreJob['input'],
  settings: RunSettings,
): Promise<Computed> {
  if (metric === 'SC' || metric === 'coherence') throw new Error(`workers do not judge ${metric}`);
  const job = { kind: 'score', metric, modality, version, timeLimitMs, settings, input } as const;
  return toComputed(metric, await ask(job));
}

/** Stands where bytes would have to be read first. */
export const notInPlans = (): never => {
  throw new Error('a plan computes nothing');
};

/** @param state  of the file when it was hashed */
export function toJobInput(found: Source, state: FileState | undefined): JobInput {
  if (found.kind === 'inline') return found;
  if (state === undefined) throw new Error('a file is hashed before it is looked at');
  return { kind: 'file', path: found.path, state };
}
