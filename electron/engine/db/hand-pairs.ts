import type { ReadableDb, WritableDb } from './handle.ts';

/** What a pair was made of; it holds only while all of it is the same. */
export interface PairedSides {
  readonly key: string;
  readonly model: string;
  /** Id of the column that the model's was paired with. */
  readonly centre: string;
  readonly centreHash: string;
  readonly ownHash: string;
}

/** A pair made by hand; a side that is absent means that the other has no partner. */
export interface StoredHandPair extends PairedSides {
  readonly id: number;
  readonly centreBlock?: number;
  readonly ownBlock?: number;
}

interface Row {
  id: number;
  key: string;
  model: string;
  centre: string;
  centreHash: string;
  ownHash: string;
  centre_block: number | null;
  own_block: number | null;
}

const fromRow = ({ centre_block, own_block, ...row }: Row): StoredHandPair => ({
  ...row,
  ...(centre_block === null ? {} : { centreBlock: centre_block }),
  ...(own_block === null ? {} : { ownBlock: own_block }),
});

/** All pairs made in an instance, also those that no longer hold, in the order in which they were made. */
export function listHandPairs(db: ReadableDb, key: string): StoredHandPair[] {
  return db
    .prepare<[string], Row>(
      `SELECT id, key, model, centre, centre_hash AS centreHash, own_hash AS ownHash,
         centre_block, own_block FROM hand_pairs WHERE key = ? ORDER BY id`,
    )
    .all(key)
    .map(fromRow);
}

/** Keeps a pair in place of what was said of either side. @param at  ISO 8601 */
export function saveHandPair(
  db: WritableDb,
  { key, model, centre, centreHash, ownHash }: PairedSides,
  { centreBlock, ownBlock }: Pick<StoredHandPair, 'centreBlock' | 'ownBlock'>,
  at: string,
): void {
  const sides = { key, model, centre, centreHash, ownHash };
  const blocks = { centreBlock: centreBlock ?? null, ownBlock: ownBlock ?? null };
  db.prepare(
    `DELETE FROM hand_pairs WHERE key = @key AND model = @model AND centre = @centre
       AND centre_hash = @centreHash AND own_hash = @ownHash
       AND (centre_block = @centreBlock OR own_block = @ownBlock)`,
  ).run({ ...sides, ...blocks });
  db.prepare(
    `INSERT INTO hand_pairs (key, model, centre, centre_hash, own_hash, centre_block, own_block, at)
     VALUES (@key, @model, @centre, @centreHash, @ownHash, @centreBlock, @ownBlock, @at)`,
  ).run({ ...sides, ...blocks, at });
}

/** Forgets pairs. */
export function removeHandPairs(db: WritableDb, ids: readonly number[]): void {
  const remove = db.prepare('DELETE FROM hand_pairs WHERE id = ?');
  for (const id of ids) remove.run(id);
}
