import { existsSync } from 'node:fs';
import { listFiles, removeFile } from '../../db/files.ts';
import { saveFact } from '../../db/facts.ts';
import { removeOutdatedInstances, removeRowsOfFile } from '../../db/removal.ts';
import { listSources } from '../../db/sources.ts';
import type { ImportContext } from './import-context.ts';
import type { PlannedSource } from './plan.ts';

/**
 * Removes what was read from files of the source that are no longer there, e.g. renamed ones, whose
 * records would else be doubled. A source in which nothing at all is found is left as it is: its disk
 * may only be away.
 */
export function dropVanishedFiles(context: ImportContext, planned: PlannedSource): void {
  if (planned.files.length === 0) return;
  const { db, progress, changes } = context;
  const sources = listSources(db).filter((source) => source.path === planned.path);
  for (const source of sources) {
    for (const file of listFiles(db, source.id)) {
      if (existsSync(file.path)) continue;
      const removed = db
        .transaction(() => {
          saveFact(db, 'matching', 'pending');
          removeRowsOfFile(db, file.id);
          const keys = removeOutdatedInstances(db, file.id, file.generation + 1);
          removeFile(db, file.id);
          return keys.length;
        })
        .immediate();
      progress.add('instances', -removed);
      changes.instances += removed;
    }
  }
}
