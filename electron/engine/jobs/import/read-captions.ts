import { instanceKey } from '../../../../shared/model/dataset.ts';
import { DATASET_CAPTIONS } from '../../db/captions.ts';
import { captionsOf } from '../../load/captions.ts';
import { recordContext } from '../../load/record.ts';
import { storeRecords } from './each-record.ts';
import type { FileEnd, ImportContext, OpenFile } from './import-context.ts';
import { createOccurrences } from './occurrences.ts';
import { createUnmatched } from './unmatched.ts';

/** Reads one file of the dataset's caption variant. */
export async function readCaptions(context: ImportContext, open: OpenFile): Promise<FileEnd> {
  const { file } = open;
  const { targets, writers } = context;
  const occurrences = createOccurrences();
  const unmatched = createUnmatched(context, open);
  const from = recordContext(open.root, file.path, 'captions');
  await storeRecords(context, open, from, (record, line) => {
    const { field, subdomain, id } = record;
    const key = occurrences.next(instanceKey(field, subdomain, id));
    const target = targets.find(key);
    if (target === undefined) return unmatched.report(key, line, 'captions');
    for (const { tag, text, isError } of captionsOf(record)) {
      if (isError) continue;
      writers.caption({
        instanceId: target.id,
        modelId: DATASET_CAPTIONS,
        tag,
        caption: text,
        fileId: file.id,
      });
    }
    writers.markDirty(target.id);
  });
  return { isWaiting: unmatched.isAny() };
}
