import { instanceKey } from '../../../../shared/model/dataset.ts';
import { recordContext } from '../../load/record.ts';
import type { Answered } from './answered.ts';
import { storeRecords } from './each-record.ts';
import type { FileEnd, ImportContext, OpenFile } from './import-context.ts';
import { createMediaFinder } from './media-finder.ts';
import { createOccurrences, type Occurrences } from './occurrences.ts';
import { storeResponse } from './store-response.ts';

/** Reads one file of a model's predictions. */
export async function readPredictions(context: ImportContext, open: OpenFile): Promise<FileEnd> {
  const { modelId } = open.source;
  if (modelId === undefined) throw new Error('predictions belong to a model');
  const answered = context.answered(modelId);
  const occurrences = resumeOccurrences(context, open);
  const media = createMediaFinder(context, open);
  const from = recordContext(open.root, open.file.path, 'predictions');
  await storeRecords(context, open, from, (record, line) => {
    const { field, subdomain, id } = record;
    const key = occurrences.next(instanceKey(field, subdomain, id));
    if (record.output === undefined) return; // not answered; the loader has said so
    const target = context.targets.find(key);
    const isFree = target !== undefined && makeRoom(context, answered, target.id, key);
    const draft = { modelId, key, field, subdomain, line, side: record.output };
    storeResponse(context, open, media, draft, isFree ? target : undefined);
    if (isFree) answered.set(target.id, { isFromResults: false });
  });
  return { settle: media.reportMissing };
}

/** A response that came only with a result file gives way to the prediction file's. */
function makeRoom(
  context: ImportContext,
  answered: Answered,
  instanceId: number,
  key: string,
): boolean {
  const before = answered.get(instanceId);
  if (before === undefined) return true;
  if (!before.isFromResults || before.responseId === undefined) return false;
  context.writers.responses.unmatch(before.responseId, key);
  context.progress.add('responses', -1);
  return true;
}

function resumeOccurrences(context: ImportContext, open: OpenFile): Occurrences {
  if (open.file.byte === 0) return createOccurrences();
  const keys = context.db
    .prepare<[number], string>(
      `SELECT ifnull(r.unmatched_key, i.key) FROM responses r
       LEFT JOIN instances i ON i.id = r.instance_id WHERE r.file_id = ? ORDER BY r.id`,
    )
    .pluck()
    .all(open.file.id);
  return createOccurrences(keys);
}
