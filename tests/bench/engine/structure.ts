import { openWritable } from '../../../electron/engine/db/open.ts';
import { rescoreAll } from '../../../electron/engine/jobs/structure.ts';
import { projectFile } from '../../../electron/engine/project/layout.ts';
import type { Figure } from '../figures.ts';

/** StS and LeS of every response, from the counts that are kept to the figures that are kept. */
export function measureStructure(dir: string): Figure {
  const db = openWritable(projectFile(dir));
  const start = performance.now();
  const scored = rescoreAll(db);
  const value = (performance.now() - start) / 1000;
  db.close();
  return {
    name: `StS and LeS of ${scored.toLocaleString('en')} responses`,
    value,
    unit: 's',
    bar: 2,
  };
}
