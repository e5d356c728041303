import type { WritableDb } from '../db/handle.ts';
import { prepareNoteTexts } from '../db/annotations.ts';
import { prepareCaptionTexts } from '../db/captions.ts';
import { prepareReasonTexts } from '../db/judged-outcomes.ts';
import { countSearchPending, listSearchDirty } from '../db/search-rows.ts';
import { sequenceId } from '../db/sequences.ts';
import { spaceApartCjk } from '../query/search-text.ts';

/** Instances a transaction: a crash or a pause costs at most this much work. */
const BATCH = 2_000;

/** Builds the search index batch by batch, from what is marked as out of date. */
export interface SearchIndexer {
  /** Indexes one batch. @returns how many instances still wait; 0 = complete */
  readonly step: () => number;
  /** Indexes one instance at once, whether it waits or not. */
  readonly one: (instanceId: number) => void;
}

/** Prepares the statements; nothing is read yet. */
export function createSearchIndexer(db: WritableDb): SearchIndexer {
  const isThere = db.prepare<[number], number>('SELECT 1 FROM instances WHERE id = ?').pluck();
  const contentOf = db
    .prepare<[number], string>('SELECT content FROM segments WHERE sequence_id = ?')
    .pluck();
  const responsesOf = db
    .prepare<[number, number], string>(
      `SELECT s.content FROM responses r JOIN segments s ON s.sequence_id = r.id + ?
       WHERE r.instance_id = ? ORDER BY r.model_id`,
    )
    .pluck();
  const captionsOf = prepareCaptionTexts(db);
  const notesOf = prepareNoteTexts(db);
  const reasonsOf = prepareReasonTexts(db);
  const removeRow = db.prepare('DELETE FROM search WHERE rowid = ?');
  const addRow = db.prepare(
    `INSERT INTO search (rowid, task, reference, responses, captions, notes, reasons)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const clear = db.prepare('DELETE FROM search_dirty WHERE instance_id = ?');
  const indexOne = (id: number) => {
    removeRow.run(id);
    clear.run(id);
    if (isThere.get(id) === undefined) return;
    addRow.run(
      id,
      spaceApartCjk(contentOf.get(sequenceId('task', id)) ?? ''),
      spaceApartCjk(contentOf.get(sequenceId('reference', id)) ?? ''),
      spaceApartCjk(responsesOf.all(sequenceId('response', 0), id).join('\n')),
      spaceApartCjk(captionsOf(id).join('\n')),
      spaceApartCjk(notesOf(id).join('\n')),
      spaceApartCjk(
        reasonsOf(id)
          .map(({ text }) => text)
          .join('\n'),
      ),
    );
  };
  const indexBatch = db.transaction((ids: readonly number[]) => ids.forEach(indexOne));
  return {
    step() {
      const ids = listSearchDirty(db, BATCH);
      if (ids.length > 0) indexBatch.immediate(ids);
      return countSearchPending(db);
    },
    one: indexOne,
  };
}
