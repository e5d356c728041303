import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { RecentProject } from '../../../shared/model/project.ts';
import { isProjectFolder } from './layout.ts';

const Stored = z.array(z.object({ dir: z.string(), name: z.string(), openedAt: z.iso.datetime() }));
type Stored = z.infer<typeof Stored>;

const MOST = 20;

/** The projects that were opened last, newest first; kept outside of all projects. */
export interface RecentProjects {
  readonly list: () => RecentProject[];
  readonly remember: (dir: string, name: string, at: number) => void;
}

/** @param dataDir  folder of the app's own files; the list is a small JSON file there */
export function createRecentProjects(dataDir: string): RecentProjects {
  const file = join(dataDir, 'recent-projects.json');
  return {
    list: () => read(file).map((entry) => ({ ...entry, exists: isProjectFolder(entry.dir) })),
    remember(dir, name, at) {
      const others = read(file).filter((entry) => entry.dir !== dir);
      const all = [{ dir, name, openedAt: new Date(at).toISOString() }, ...others];
      write(file, all.slice(0, MOST));
    },
  };
}

function read(file: string): Stored {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return []; // nothing was opened yet
  }
  try {
    const parsed = Stored.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    return []; // a damaged list is only a convenience lost; the next project opened replaces it
  }
}

function write(file: string, entries: Stored): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(entries, undefined, 2)}\n`);
  renameSync(`${file}.new`, file);
}
