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
  const imported = prepareImportedCaptions(db);
  const asked = prepareAskedCaptions(db);
  const reasonsOf = prepareReasonTexts(db);
  const notesOf = prepareNoteTexts(db);
  return (id) => {
    const task = sequenceId('task', id);
    const reference = sequenceId('reference', id);
    const responses = responsesOf.all(id).map(({ id: own, modelId }) => ({
      modelId,
      sequence: sequenceId('response', own),
    }));
    const captions = [
      { modelId: DATASET_CAPTIONS, sequences: [task, reference] },
      ...responses.map(({ modelId, sequence }) => ({ modelId, sequences: [sequence] })),
    ].flatMap(({ modelId, sequences }) =>
      [imported(id, modelId), ...sequences.map(asked)].flatMap((byTag) =>
        [...byTag.values()].map((text) => ({
          where: 'caption' as const,
          ...(modelId === DATASET_CAPTIONS ? {} : { modelId }),
          text,
        })),
      ),
    );
    return [
      { where: 'task', text: contentOf.get(task) ?? '' },
      { where: 'reference', text: contentOf.get(reference) ?? '' },
      ...responses.map(({ modelId, sequence }) => ({
        where: 'response' as const,
        modelId,
        text: contentOf.get(sequence) ?? '',
      })),
      ...captions,
      ...reasonsOf(id).map((reason) => ({ where: 'reason' as const, ...reason })),
      ...notesOf(id).map((text) => ({ where: 'note' as const, text })),
    ];
  };
}
