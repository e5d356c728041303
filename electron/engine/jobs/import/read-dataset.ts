import { instanceKey, normaliseId } from '../../../../shared/model/dataset.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import type { InstanceDraft, KnownInstance } from '../../db/instances.ts';
import { maskOf } from '../../db/masks.ts';
import { removeOutdatedInstances } from '../../db/removal.ts';
import { sequenceId } from '../../db/sequences.ts';
import { lintContent } from '../../load/lint/lint-content.ts';
import { recordContext } from '../../load/record.ts';
import type { UnimRecord } from '../../load/types.ts';
import { storeRecords } from './each-record.ts';
import { hasRemarks } from './has-remarks.ts';
import { keepProblems, type FileEnd, type ImportContext, type OpenFile } from './import-context.ts';
import { createMediaFinder, type MediaFinder } from './media-finder.ts';
import { EMPTY_SIDE, tagsOf } from './store-sequence.ts';

/** Reads one file of the dataset; an instance that is already there is brought up to date. */
export async function readDataset(context: ImportContext, open: OpenFile): Promise<FileEnd> {
  const known = context.known();
  const media = createMediaFinder(context, open);
  const from = recordContext(open.root, open.file.path, 'dataset');
  await storeRecords(context, open, from, (record, line) => {
    storeInstance(context, open, known, media, record, line);
  });
  const { id, generation } = open.file;
  const settle = () => {
    const removed = removeOutdatedInstances(context.db, id, generation);
    for (const key of removed) known.delete(key);
    context.progress.add('instances', -removed.length);
    context.changes.instances += removed.length;
    media.reportMissing();
  };
  return { settle };
}

function storeInstance(
  context: ImportContext,
  open: OpenFile,
  known: Map<string, KnownInstance>,
  media: MediaFinder,
  record: UnimRecord,
  line: number,
): void {
  const { file } = open;
  const { field, subdomain, id: recordId, difficulty } = record;
  const slot = findSlot(known, record, file.id, file.generation);
  const input = record.input ?? EMPTY_SIDE;
  const output = record.output ?? EMPTY_SIDE;
  const at = { key: slot.key, field, subdomain, line };
  const task = media.prepare(input, 'input', tagsOf(output), at);
  const reference = media.prepare(output, 'output', tagsOf(input), at);
  const draft: InstanceDraft = {
    key: slot.key,
    field,
    subdomain,
    recordId,
    ordinal: slot.ordinal,
    difficulty,
    inputMask: maskOf(task.sequence.counts),
    outputMask: maskOf(reference.sequence.counts),
    fileId: file.id,
    line,
    generation: file.generation,
  };
  const { instances, sequences, responses, markDirty } = context.writers;
  const id = slot.existing?.id ?? instances.insert(draft);
  if (slot.existing === undefined) {
    sequences.insert(sequenceId('task', id), task.stored);
    sequences.insert(sequenceId('reference', id), reference.stored);
    context.progress.add('instances', 1);
  } else {
    instances.update(id, draft);
    sequences.replace(sequenceId('task', id), task.stored);
    sequences.replace(sequenceId('reference', id), reference.stored);
    responses.markStale(id);
  }
  known.set(slot.key, { id, fileId: file.id, generation: file.generation });
  markDirty(id);
  context.changes.instances += 1;
  const remarks = hasRemarks(record, task.sequence, reference.sequence)
    ? lintContent(record, false)
    : [];
  for (const remark of remarks) {
    const code = remark.quirk === undefined ? 'bad-record' : 'quirk';
    keepProblems(context, open, [{ code, ...remark, file: file.path, line, key: slot.key }]);
  }
  if (slot.ordinal > 1) keepProblems(context, open, [duplicateProblem(slot, file.path, line)]);
}

interface Slot {
  readonly key: string;
  readonly ordinal: number;
  /** Set where the record was there before, in the same file. */
  readonly existing: KnownInstance | undefined;
}

/** The first key of the record's id that is free, or was this file's when it was last read. */
function findSlot(
  known: ReadonlyMap<string, KnownInstance>,
  { field, subdomain, id }: UnimRecord,
  fileId: number,
  generation: number,
): Slot {
  for (let ordinal = 1; ; ordinal++) {
    const key = instanceKey(field, subdomain, id, ordinal);
    const existing = known.get(key);
    if (existing === undefined) return { key, ordinal, existing };
    if (existing.fileId === fileId && existing.generation < generation) {
      return { key, ordinal, existing };
    }
  }
}

function duplicateProblem({ key, ordinal }: Slot, file: string, line: number): Problem {
  const id = normaliseId(key.split('/')[2] ?? '');
  return {
    code: 'quirk',
    quirk: 9,
    severity: 'warning',
    file,
    line,
    key,
    message:
      `Read a record whose id "${id}" was there before: kept both, this one as "${key}" ` +
      `(number ${ordinal}). Check which one is meant. "${file}"`,
  };
}
