import type { ReadableDb, WritableDb } from './handle.ts';

/** What a `modal` value was found to be when it was imported. */
export type ItemState = 'file' | 'inline' | 'url' | 'missing' | 'refused';

/** An entry of a side's `modal` object; `value` is as written. */
export interface StoredItem {
  readonly tag: string;
  readonly value: string;
  readonly state: ItemState;
  /** Opened folder and path in it, with `/`, where `state` is `file`. */
  readonly rootId?: number;
  readonly path?: string;
}

/** One side of an instance, or a response: raw content, what follows from it, its entries. */
export interface StoredSequence {
  readonly content: string;
  readonly strip: string;
  /** See `packCounts`. */
  readonly counts: string;
  readonly items: readonly StoredItem[];
}

/** Writes sequences; prepared once, used for each record. */
export interface SequenceWriter {
  readonly insert: (id: number, sequence: StoredSequence) => void;
  readonly replace: (id: number, sequence: StoredSequence) => void;
  readonly remove: (id: number) => void;
}

/** Prepares the statements. */
export function prepareSequenceWriter(db: WritableDb): SequenceWriter {
  const addSegments = db.prepare(
    'INSERT INTO segments (sequence_id, strip, counts, content) VALUES (?, ?, ?, ?)',
  );
  const addItem = db.prepare(
    'INSERT INTO items (sequence_id, position, tag, value, state, root_id, path) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const removeSegments = db.prepare('DELETE FROM segments WHERE sequence_id = ?');
  const removeItems = db.prepare('DELETE FROM items WHERE sequence_id = ?');
  const removeCaptions = db.prepare('DELETE FROM item_captions WHERE sequence_id = ?');
  const insert = (id: number, { content, strip, counts, items }: StoredSequence) => {
    addSegments.run(id, strip, counts, content);
    items.forEach((item, position) => {
      const { tag, value, state, rootId = null, path = null } = item;
      addItem.run(id, position, tag, value, state, rootId, path);
    });
  };
  const remove = (id: number) => {
    removeSegments.run(id);
    removeItems.run(id);
    removeCaptions.run(id); // the calls that gave them stay
  };
  return {
    insert,
    remove,
    replace(id, sequence) {
      remove(id);
      insert(id, sequence);
    },
  };
}

interface ItemRow {
  tag: string;
  value: string;
  state: string;
  root_id: number | null;
  path: string | null;
}
const itemFromRow = (row: ItemRow): StoredItem => ({
  tag: row.tag,
  value: row.value,
  state: row.state as ItemState, // written by the writer above only
  ...(row.root_id === null ? {} : { rootId: row.root_id }),
  ...(row.path === null ? {} : { path: row.path }),
});

/** Reads sequences; prepared once where many are read. */
export interface SequenceFinder {
  /** @returns undefined when there is no such sequence */
  readonly find: (id: number) => StoredSequence | undefined;
  /** Entries of a sequence, in the order of the record. */
  readonly listItems: (id: number) => StoredItem[];
}

/** Prepares the statements. */
export function prepareSequenceFinder(db: ReadableDb): SequenceFinder {
  const segments = db.prepare<[number], Omit<StoredSequence, 'items'>>(
    'SELECT content, strip, counts FROM segments WHERE sequence_id = ?',
  );
  const items = db.prepare<[number], ItemRow>(
    'SELECT tag, value, state, root_id, path FROM items WHERE sequence_id = ? ORDER BY position',
  );
  const listItems = (id: number) => items.all(id).map(itemFromRow);
  return {
    listItems,
    find(id) {
      const row = segments.get(id);
      return row === undefined ? undefined : { ...row, items: listItems(id) };
    },
  };
}

/** @returns undefined when there is no such sequence */
export function findSequence(db: ReadableDb, id: number): StoredSequence | undefined {
  return prepareSequenceFinder(db).find(id);
}

/** Entries of a sequence, in the order of the record. */
export function listItems(db: ReadableDb, sequenceId: number): StoredItem[] {
  return prepareSequenceFinder(db).listItems(sequenceId);
}
