import type { Project } from '../../../shared/model/project.ts';
import { findFact } from '../db/facts.ts';
import type { ReadableDb } from '../db/handle.ts';
import { openProjectDb } from '../db/open.ts';
import { countProject } from '../db/counts.ts';
import { listRoots } from '../db/roots.ts';
import { createMediaRegistry, type MediaRegistry } from '../media/registry.ts';
import { defaultName, projectFile } from './layout.ts';

/** The project that is open: one reading connection, and what was made from it. */
export interface ProjectSession {
  readonly dir: string;
  readonly file: string;
  readonly isReadOnly: boolean;
  readonly db: ReadableDb;
  /** Ids for files inside the opened folders; made anew when a folder was added. */
  readonly media: () => MediaRegistry;
  readonly describe: () => Project;
  /** Forgets what was made from the database, because rows changed. */
  readonly refresh: () => void;
  readonly close: () => Promise<void>;
}

/** Opens the project in a folder. */
export function openSession(dir: string): ProjectSession {
  const file = projectFile(dir);
  const opened = openProjectDb(file);
  let registry: MediaRegistry | undefined;
  return {
    dir,
    file,
    isReadOnly: opened.isReadOnly,
    db: opened.db,
    media: () => (registry ??= createMediaRegistry(listRoots(opened.db))),
    describe: () => ({
      dir,
      name: findFact(opened.db, 'name') ?? defaultName(dir),
      isDemo: findFact(opened.db, 'isDemo') === 'yes',
      isReadOnly: opened.isReadOnly,
      ...countProject(opened.db),
    }),
    refresh: () => {
      registry = undefined;
    },
    close: () => {
      opened.close();
      return Promise.resolve();
    },
  };
}
