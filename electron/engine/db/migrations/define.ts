import type { WritableDb } from '../handle.ts';

/** One step of the schema. Never edited once released; each has a test with rows in it. */
export interface Migration {
  /** `user_version` after it. */
  readonly version: number;
  readonly up: (db: WritableDb) => void;
}
