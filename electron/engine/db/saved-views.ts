import type { SavedView } from '../../../shared/model/saved-view.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

interface Row {
  id: number;
  name: string;
  query: string;
  saved_at: string;
}
const fromRow = ({ saved_at: savedAt, ...row }: Row): SavedView => ({ ...row, savedAt });

/** What makes a name the same, whatever its case and composition. */
const folded = (name: string) => name.normalize('NFKC').toLowerCase();

const collator = new Intl.Collator('en', { numeric: true });

/** All of them, by name. */
export function listSavedViews(db: ReadableDb): SavedView[] {
  return db
    .prepare<[], Row>('SELECT id, name, query, saved_at FROM saved_views ORDER BY folded_name')
    .all()
    .map(fromRow)
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** Keeps a view; those with its id or its name give way to it. @returns it as kept */
export function saveView(
  db: WritableDb,
  { id, name, query, savedAt }: Omit<SavedView, 'id'> & { readonly id?: number | undefined },
): SavedView {
  const same = db
    .prepare<[string], number>('SELECT id FROM saved_views WHERE folded_name = ?')
    .pluck()
    .get(folded(name));
  const kept = id !== undefined && hasView(db, id) ? id : same;
  if (same !== undefined && same !== kept) removeView(db, same);
  const own = db
    .prepare<unknown[], number>(
      `INSERT INTO saved_views (id, name, folded_name, query, saved_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded_name = excluded.folded_name,
         query = excluded.query, saved_at = excluded.saved_at RETURNING id`,
    )
    .pluck()
    .get(kept ?? null, name, folded(name), query, savedAt);
  if (own === undefined) throw new Error('a saved view has no id');
  return { id: own, name, query, savedAt };
}

function hasView(db: ReadableDb, id: number): boolean {
  return db.prepare('SELECT 1 FROM saved_views WHERE id = ?').get(id) !== undefined;
}

/** @returns false where there was none */
export function removeView(db: WritableDb, id: number): boolean {
  return db.prepare('DELETE FROM saved_views WHERE id = ?').run(id).changes > 0;
}
