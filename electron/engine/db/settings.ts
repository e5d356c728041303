import { z } from 'zod';
import { AppError } from '../../../shared/api/errors.ts';
import { ProjectSettings, type ScoringSettings } from '../../../shared/model/settings.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/**
 * What was set for the project; defaults for the rest.
 *
 * @throws AppError 'project-damaged' when what stands there is none of our settings
 */
export function getSettings(db: ReadableDb): ProjectSettings {
  const rows = db
    .prepare<[], { name: string; value: string }>('SELECT name, value FROM settings ORDER BY name')
    .all();
  const stored = Object.fromEntries(rows.map(({ name, value }) => [name, parseJson(value)]));
  return parseSettings(stored);
}

function parseSettings(stored: object): ProjectSettings {
  const parsed = ProjectSettings.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new AppError(
    'project-damaged',
    `Cannot read the project's settings: ${z.prettifyError(parsed.error)}. Save them anew.`,
    { cause: parsed.error },
  );
}

/**
 * How figures are made, for what is asked often: one row by its key.
 *
 * @throws AppError 'project-damaged' when what stands there is none of our settings
 */
export function getScoring(db: ReadableDb): ScoringSettings {
  const stored = findStoredScoring(db);
  return parseSettings(stored === undefined ? {} : { scoring: parseJson(stored) }).scoring;
}

/** Replaces them all. */
export function saveSettings(db: WritableDb, settings: ProjectSettings): void {
  const save = db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  for (const [name, value] of Object.entries(settings)) save.run(name, JSON.stringify(value));
}

/** The scoring settings as they are stored, to see whether they changed. */
export function findStoredScoring(db: ReadableDb): string | undefined {
  return db.prepare<[], string>("SELECT value FROM settings WHERE name = 'scoring'").pluck().get();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // the schema says that this is none of it
  }
}
