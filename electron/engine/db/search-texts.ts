import type { SearchHit } from '../../../shared/model/instance.ts';
import { DATASET_CAPTIONS, prepareAskedCaptions, prepareImportedCaptions } from './captions.ts';
import { prepareNoteTexts } from './annotations.ts';
import type { ReadableDb } from './handle.ts';
import { prepareReasonTexts } from './judged-outcomes.ts';
import { sequenceId } from './sequences.ts';

/** A text of an instance that the search index has. */
export interface SearchText {
  readonly where: SearchHit['where'];
  /** Absent for what is the dataset's, or of nobody. */
  readonly modelId?: number;
  readonly text: string;
}

/** Prepares the question for all texts of an instance, in the order in which they are read. */
export function prepareSearchTexts(db: ReadableDb): (instanceId: number) => SearchText[] {
  const contentOf = db
    .prepare<[number], string>('SELECT content FROM segments WHERE sequence_id = ?')
    .pluck();
  const responsesOf = db.prepare<[number], { id: number; modelId: number }>(
    'SELECT id, model_id AS modelId FROM responses WHERE instance_id = ? ORDER BY model_id',
  );
  const captionsOf = prepareCaptions(db);
  // a page has a hundred rows: what there is none of is not asked for a hundred times
  const reasonsOf = prepareReasonTexts(db);
  const notesOf = hasRows(db, 'annotation_events') ? prepareNoteTexts(db) : () => [];
  return (id) => {
    const task = sequenceId('task', id);
    const reference = sequenceId('reference', id);
    const responses = responsesOf.all(id).map(({ id: own, modelId }) => ({
      modelId,
      sequence: sequenceId('response', own),
    }));
    return [
      { where: 'task', text: contentOf.get(task) ?? '' },
      { where: 'reference', text: contentOf.get(reference) ?? '' },
      ...responses.map(({ modelId, sequence }) => ({
        where: 'response' as const,
        modelId,
        text: contentOf.get(sequence) ?? '',
      })),
      ...captionsOf(id, DATASET_CAPTIONS, [task, reference]),
      ...responses.flatMap(({ modelId, sequence }) => captionsOf(id, modelId, [sequence])),
      ...reasonsOf(id).map((reason) => ({ where: 'reason' as const, ...reason })),
      ...notesOf(id).map((text) => ({ where: 'note' as const, text })),
    ];
  };
}

type Captions = (id: number, modelId: number, sequences: readonly number[]) => SearchText[];

function prepareCaptions(db: ReadableDb): Captions {
  const none = () => new Map<string, string>();
  const imported = hasRows(db, 'captions') ? prepareImportedCaptions(db) : none;
  const asked = hasRows(db, 'item_captions') ? prepareAskedCaptions(db) : none;
  return (id, modelId, sequences) => {
    const owner = modelId === DATASET_CAPTIONS ? {} : { modelId };
    return [imported(id, modelId), ...sequences.map((sequence) => asked(sequence))].flatMap(
      (byTag) => [...byTag.values()].map((text) => ({ where: 'caption' as const, ...owner, text })),
    );
  };
}

const FIRST_COLUMN = {
  captions: 'instance_id',
  item_captions: 'sequence_id',
  annotation_events: 'id',
} as const;

function hasRows(db: ReadableDb, table: keyof typeof FIRST_COLUMN): boolean {
  return db.prepare(`SELECT max(${FIRST_COLUMN[table]}) FROM ${table}`).pluck().get() !== null;
}
