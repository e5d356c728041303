import { z } from 'zod';
import { AppError } from '../../../shared/api/errors.ts';
import { SHIPPED_TAXONOMY, Taxonomy } from '../../../shared/model/taxonomy.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

const NAME = 'taxonomy';

/**
 * The project's own list of tags, or the shipped one as long as nobody changed it.
 *
 * @throws AppError 'project-damaged' when what stands there is no list of tags
 */
export function getTaxonomy(db: ReadableDb): Taxonomy {
  const stored = db
    .prepare<[string], string>('SELECT value FROM settings WHERE name = ?')
    .pluck()
    .get(NAME);
  if (stored === undefined) return SHIPPED_TAXONOMY;
  const parsed = Taxonomy.safeParse(JSON.parse(stored));
  if (parsed.success) return parsed.data;
  throw new AppError(
    'project-damaged',
    `Cannot read the project's tags: ${z.prettifyError(parsed.error)}. Save them anew.`,
    { cause: parsed.error },
  );
}

/** Replaces the list; the shipped one is kept as "nobody changed it". */
export function saveTaxonomy(db: WritableDb, tags: Taxonomy): void {
  if (JSON.stringify(tags) === JSON.stringify(SHIPPED_TAXONOMY)) {
    db.prepare('DELETE FROM settings WHERE name = ?').run(NAME);
    return;
  }
  db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(NAME, JSON.stringify(tags));
}
