import type { CaptionedModality } from '../../../../shared/model/endpoint.ts';
import { PREPARE_TIME_LIMIT_MS, type CaptionLimits } from '../../modalities/caption-input.ts';
import type { FileState, JobResult } from '../queue.ts';
import type { AskQueue } from '../scoring/ask-queue.ts';
import { toUnscored } from '../scoring/content-hasher.ts';
import type { NoTask, Source } from '../scoring/define-doer.ts';
import { toJobInput } from '../scoring/prepare-scored.ts';

/** Where an item is, and the state of its file when that was hashed. */
interface HashedItem {
  readonly modality: CaptionedModality;
  readonly found: Source;
  readonly state: FileState | undefined;
}

/** Has a worker read an item into the parts that models get, or says why there are none. */
export async function prepareItem(
  ask: AskQueue,
  { modality, found, state }: HashedItem,
  limits: CaptionLimits,
): Promise<Extract<JobResult, { kind: 'prepared' }> | NoTask> {
  const timeLimitMs = PREPARE_TIME_LIMIT_MS[modality];
  const input = toJobInput(found, state);
  const result = await ask({ kind: 'prepare', modality, input, limits, timeLimitMs });
  return result.kind === 'prepared' ? result : { kind: 'none', draft: toUnscored(result) };
}
