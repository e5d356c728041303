import { PromptId } from '../../../shared/model/judge.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** The project's own prompt texts. One of a prompt that is no longer there is left out. */
export function mapPromptEdits(db: ReadableDb): Map<PromptId, string> {
  const rows = db
    .prepare<[], { prompt_id: string; text: string }>(
      'SELECT prompt_id, text FROM prompt_edits ORDER BY prompt_id',
    )
    .all();
  const edits = new Map<PromptId, string>();
  for (const row of rows) {
    const id = PromptId.safeParse(row.prompt_id);
    if (id.success) edits.set(id.data, row.text);
  }
  return edits;
}

/**
 * Keeps a prompt text in place of the shipped one.
 *
 * @param text  absent: back to the shipped one
 * @param at  ISO time
 */
export function savePromptEdit(
  db: WritableDb,
  id: PromptId,
  text: string | undefined,
  at: string,
): void {
  if (text === undefined) {
    db.prepare('DELETE FROM prompt_edits WHERE prompt_id = ?').run(id);
    return;
  }
  db.prepare(
    `INSERT INTO prompt_edits (prompt_id, text, edited_at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET text = excluded.text, edited_at = excluded.edited_at`,
  ).run(id, text, at);
}
