import { unscored } from '../../media/decode/decoded.ts';
import type { ItemOutcome, ScoreJob } from '../queue.ts';
import { changed, fileState, isSameState } from './hash-file.ts';
import { findScorer } from './scorers.ts';

/** Does a job as it stands in the message; a file that is no longer as it was hashed has no figure. */
export async function runScoreJob(job: ScoreJob): Promise<ItemOutcome> {
  const { metric, modality, version, input, settings } = job;
  if (input.kind === 'file' && !isSameState(input.state, fileState(input.path))) return changed();
  const scorer = await findScorer(metric, modality, settings);
  if (scorer?.version !== version) {
    throw new Error(`this worker has no ${metric} of ${modality} in version ${version}`);
  }
  const outcome = await scorer.score(input);
  if (input.kind === 'inline') return outcome;
  const now = fileState(input.path);
  if (now === undefined) return unscored('media-missing', 'The file went away while it was read.');
  return isSameState(input.state, now) ? outcome : changed();
}
