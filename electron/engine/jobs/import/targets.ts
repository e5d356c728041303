import type { ModalityCounts } from '../../../../shared/model/content.ts';
import { unpackCounts, sequenceId } from '../../db/sequences.ts';
import type { WritableDb } from '../../db/handle.ts';

/** An instance as predictions see it: what decides the roles of an answer's tags, and its scores. */
export interface Target {
  readonly id: number;
  readonly inputTags: readonly string[];
  readonly reference: ModalityCounts;
}

/** The instances of the project, for matching; read from the database when first asked. */
export interface Targets {
  readonly find: (key: string) => Target | undefined;
  /** To be called when instances changed. */
  readonly forget: () => void;
}

/** @returns targets that are held in memory, equal tags and counts shared */
export function createTargets(db: WritableDb): Targets {
  let byKey: Map<string, Target> | undefined;
  return {
    find: (key) => (byKey ??= readTargets(db)).get(key),
    forget: () => {
      byKey = undefined;
    },
  };
}

function readTargets(db: WritableDb): Map<string, Target> {
  const counts = sharing(unpackCounts);
  const tags = sharing((text: string) => (text === '' ? [] : text.split(' ')));
  const rows = db
    .prepare<[number], [string, number, string, string]>(
      `SELECT i.key, i.id, s.counts, ifnull((
         SELECT group_concat(tag, ' ' ORDER BY position) FROM items WHERE sequence_id = i.id
       ), '') FROM instances i JOIN segments s ON s.sequence_id = i.id + ? ORDER BY i.id`,
    )
    .raw();
  const byKey = new Map<string, Target>();
  for (const [key, id, packed, tagText] of rows.iterate(sequenceId('reference', 0))) {
    byKey.set(key, { id, inputTags: tags(tagText), reference: counts(packed) });
  }
  return byKey;
}

/** The same value for the same text: a dataset has few distinct ones. */
function sharing<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    made.set(text, value);
    return value;
  };
}
