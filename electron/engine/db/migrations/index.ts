import { toAppError } from '../errors.ts';
import type { WritableDb } from '../handle.ts';
import type { Migration } from './define.ts';
import { firstSchema } from './0001-first-schema.ts';
import { searchIndex } from './0002-search-index.ts';
import { scoringRuns } from './0003-scoring-runs.ts';
import { judging } from './0004-judging.ts';
import { handPairs } from './0005-hand-pairs.ts';
import { annotations } from './0006-annotations.ts';
import { savedViews } from './0007-saved-views.ts';
import { samplesAndRatings } from './0008-samples-and-ratings.ts';
import { qualityControl } from './0009-quality-control.ts';
import { agent } from './0010-agent.ts';

/** Every step, in order. A new one is a file here and a line. */
export const migrations: readonly Migration[] = [
  firstSchema,
  searchIndex,
  scoringRuns,
  judging,
  handPairs,
  annotations,
  savedViews,
  samplesAndRatings,
  qualityControl,
  agent,
];

/** The version that this program writes. */
export const SCHEMA_VERSION = migrations.at(-1)?.version ?? 0;

/**
 * Brings a database to the newest schema, or to `target`; each step is one transaction, so a crash
 * leaves the last complete one.
 *
 * @throws AppError 'disk-full' and the like
 */
export function migrate(db: WritableDb, target: number = SCHEMA_VERSION): void {
  const from = db.pragma('user_version', { simple: true }) as number; // SQLite gives an integer
  for (const { version, up } of migrations) {
    if (version <= from || version > target) continue;
    try {
      db.transaction(() => {
        up(db);
        db.pragma(`user_version = ${version}`);
      }).immediate();
    } catch (error) {
      throw toAppError(error, { doing: 'prepare the project', path: db.name });
    }
  }
}
