import { JudgementVerdict, type JudgementLabel } from '../../../shared/model/judge.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** What people said of a judgement, newest first. */
export function listLabels(db: ReadableDb, judgementId: string): JudgementLabel[] {
  return db
    .prepare<[string], { verdict: string; note: string; at: string }>(
      'SELECT verdict, note, at FROM judgement_labels WHERE judgement_id = ? ORDER BY id DESC',
    )
    .all(judgementId)
    .map(({ verdict, note, at }) => ({ verdict: JudgementVerdict.parse(verdict), note, at }));
}

/** Adds what a person says now. */
export function addLabel(db: WritableDb, judgementId: string, label: JudgementLabel): void {
  db.prepare(
    'INSERT INTO judgement_labels (judgement_id, verdict, note, at) VALUES (?, ?, ?, ?)',
  ).run(judgementId, label.verdict, label.note, label.at);
}

/** Takes back what was said. */
export function removeLabels(db: WritableDb, judgementId: string): void {
  db.prepare('DELETE FROM judgement_labels WHERE judgement_id = ?').run(judgementId);
}
