import { type Unscored, unscored } from '../../media/decode/decoded.ts';
import type { CaptionInput } from '../../modalities/caption-input.ts';
import { prepareCaption } from '../../modalities/prepare-caption.ts';
import type { ItemOutcome, PrepareJob, ScoreJob } from '../queue.ts';
import { changed, fileState, isSameState } from './hash-file.ts';
import { findScorer } from './scorers.ts';

/** Does a job as it stands in the message; a file that is no longer as it was hashed has no figure. */
export async function runScoreJob(job: ScoreJob): Promise<ItemOutcome> {
  const { metric, modality, version, input, settings } = job;
  return await whileUnchanged(input, async () => {
    const scorer = await findScorer(metric, modality, settings);
    if (scorer?.version !== version) {
      throw new Error(
        `this worker has no ${metric} of ${modality ?? 'responses'} in version ${version}`,
      );
    }
    return await scorer.score(input);
  });
}

/** Prepares an item for its captioner; a file that is no longer as it was hashed is not used. */
export async function runPrepareJob(job: PrepareJob): Promise<CaptionInput> {
  const { modality, input, limits } = job;
  return await whileUnchanged(input, async () => await prepareCaption(modality, input, limits));
}

async function whileUnchanged<T>(
  input: ScoreJob['input'],
  work: () => Promise<T>,
): Promise<T | Unscored> {
  if (input.kind !== 'file') return await work();
  if (!isSameState(input.state, fileState(input.path))) return changed();
  const result = await work();
  const now = fileState(input.path);
  if (now === undefined) return unscored('media-missing', 'The file went away while it was read.');
  return isSameState(input.state, now) ? result : changed();
}
