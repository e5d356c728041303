import type { ReadableDb, WritableDb } from './handle.ts';

/** A model whose answers are in the project. */
export interface StoredModel {
  readonly id: number;
  readonly name: string;
}

/** All models, in the order in which they were first imported. */
export function listModels(db: ReadableDb): StoredModel[] {
  return db.prepare<[], StoredModel>('SELECT id, name FROM models ORDER BY id').all();
}

/** The row id of a model, added when it is new. */
export function saveModel(db: WritableDb, name: string): number {
  db.prepare('INSERT INTO models (name) VALUES (?) ON CONFLICT DO NOTHING').run(name);
  const id = db.prepare<[string], number>('SELECT id FROM models WHERE name = ?').pluck().get(name);
  if (id === undefined) throw new Error(`model was not kept: ${name}`);
  return id;
}
