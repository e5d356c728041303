import { instanceKey } from '../../../../shared/model/dataset.ts';
import { DATASET_CAPTIONS } from '../../db/captions.ts';
import { recordContext } from '../../load/record.ts';
import { readResults } from '../../load/results.ts';
import type { ResultRecord } from '../../load/types.ts';
import { storeBatches } from './each-record.ts';
import type { FileEnd, ImportContext, OpenFile } from './import-context.ts';
import { createMediaFinder } from './media-finder.ts';
import { createOccurrences } from './occurrences.ts';
import { storeResponse } from './store-response.ts';
import type { Target } from './targets.ts';
import { createUnmatched } from './unmatched.ts';

/**
 * Reads one official GQ, ICS or SC file: figures, captions, and the response where no prediction
 * file has given one.
 */
export async function importResults(context: ImportContext, open: OpenFile): Promise<FileEnd> {
  const { file, source, kind, root } = open;
  const { modelId } = source;
  if (modelId === undefined) throw new Error('results belong to a model');
  const answered = context.answered(modelId);
  const occurrences = createOccurrences();
  const unmatched = createUnmatched(context, open);
  const media = createMediaFinder(context, open);
  const batches = readResults(file.path, kind, recordContext(root, file.path, kind));
  await storeBatches(context, open, batches, (record) => {
    const { field, subdomain, id, line, response: side } = record;
    const key = occurrences.next(instanceKey(field, subdomain, id));
    const target = context.targets.find(key);
    if (target === undefined) return unmatched.report(key, line, 'results');
    keepFigures(context, open, modelId, target, record);
    if (side === undefined || answered.has(target.id)) return;
    storeResponse(context, open, media, { modelId, key, field, subdomain, line, side }, target);
    answered.set(target.id, { isFromResults: true });
  });
  return { isWaiting: unmatched.isAny(), settle: media.reportMissing };
}

function keepFigures(
  context: ImportContext,
  open: OpenFile,
  modelId: number,
  target: Target,
  { scores, captions }: ResultRecord,
): void {
  const { writers } = context;
  const fileId = open.file.id;
  const instanceId = target.id;
  for (const score of scores) {
    writers.scores.save({ ...score, metricVersion: 0, modelId, instanceId, fileId });
  }
  for (const { side, tag, text, isError } of captions) {
    if (isError) continue;
    const owner = side === 'input' ? DATASET_CAPTIONS : modelId;
    writers.caption({ instanceId, modelId: owner, tag, caption: text, fileId });
  }
  if (captions.length > 0) writers.markDirty(instanceId);
}
