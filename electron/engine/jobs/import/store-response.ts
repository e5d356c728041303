import type { ModalityCounts } from '../../../../shared/model/content.ts';
import type { RecordSide } from '../../load/types.ts';
import { sequenceId } from '../../db/sequences.ts';
import { saveStructureScores } from '../structure.ts';
import type { ImportContext, OpenFile } from './import-context.ts';
import type { MediaFinder } from './media-finder.ts';
import type { Target } from './targets.ts';

/** A response to be kept, and whose it is. */
export interface ResponseDraft {
  readonly modelId: number;
  readonly key: string;
  readonly field: string;
  readonly subdomain: string;
  readonly line: number;
  readonly side: RecordSide;
}

const NO_TAGS: readonly string[] = [];

/**
 * Keeps a response with its structure and, where it has an instance, its structure scores.
 *
 * @param target  undefined where it has none, or where that one is answered already
 */
export function storeResponse(
  context: ImportContext,
  open: OpenFile,
  media: MediaFinder,
  draft: ResponseDraft,
  target: Target | undefined,
): void {
  const { responses, sequences, scores, markDirty } = context.writers;
  const prepared = media.prepare(draft.side, 'output', target?.inputTags ?? NO_TAGS, draft);
  const { modelId, line, key } = draft;
  const id = responses.insert({
    modelId,
    instanceId: target?.id,
    unmatchedKey: target === undefined ? key : undefined,
    fileId: open.file.id,
    line,
  });
  sequences.insert(sequenceId('response', id), prepared.stored);
  if (target === undefined) return;
  const response: ModalityCounts = prepared.sequence.counts;
  saveStructureScores(scores, modelId, target.id, { reference: target.reference, response });
  markDirty(target.id);
  context.progress.add('responses', 1);
}
