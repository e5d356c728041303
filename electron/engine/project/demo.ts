import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/api/errors.ts';
import type { ImportRequest } from '../../../shared/model/import.ts';
import { findFact, saveFact } from '../db/facts.ts';
import type { WritableDb } from '../db/handle.ts';
import { openWritable } from '../db/open.ts';
import { rebasePaths } from '../db/rebase-paths.ts';
import { parseJson } from '../parse-json.ts';
import { addDemoRun } from './demo-agent.ts';
import { projectFile } from './layout.ts';

const OfModel = z.object({ model: z.string(), path: z.string() });
const Manifest = z.object({
  name: z.string().default('Demo project'),
  dataset: z.string(),
  captions: z.string().optional(),
  predictions: z.array(OfModel).default([]),
  results: z.array(OfModel).default([]),
  ratings: z.array(z.string()).default([]),
  capabilities: z.string().optional(),
});

/** The shipped demo: what it is called, and what there is to import. */
export interface Demo {
  readonly name: string;
  readonly request: ImportRequest;
}

/**
 * Reads `demo.json` of the shipped samples.
 *
 * @throws AppError 'not-found' when this build was made without them, 'unreadable'
 */
export function loadDemo(samplesDir: string): Demo {
  const file = join(samplesDir, 'demo.json');
  if (!existsSync(file)) {
    throw new AppError(
      'not-found',
      `Cannot open the demo: this copy of Loupe came without it. Install Loupe again. "${file}"`,
    );
  }
  const parsed = Manifest.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    throw new AppError(
      'unreadable',
      `Cannot open the demo: its list of files cannot be read. Install Loupe again. "${file}"`,
      { cause: parsed.error },
    );
  }
  const { name, dataset, captions, predictions, results, ratings, capabilities } = parsed.data;
  const at = (path: string) => resolve(samplesDir, path);
  const request: ImportRequest = {
    dataset: at(dataset),
    ...(captions === undefined ? {} : { captions: at(captions) }),
    predictions: [...predictions, ...results].map(({ model, path }) => ({ model, path: at(path) })),
    ratings: ratings.map(at),
    ...(capabilities === undefined ? {} : { capabilities: at(capabilities) }),
    markAsExample: true,
  };
  return { name, request };
}

/** Marks a project as the demo; one whose samples have moved, as an updated app's do, follows them. */
export function prepareDemo(dir: string, samplesDir: string): void {
  const db: WritableDb = openWritable(projectFile(dir));
  try {
    const before = findFact(db, 'samplesDir');
    db.transaction(() => {
      if (before !== undefined && before !== samplesDir) rebasePaths(db, before, samplesDir);
      saveFact(db, 'isDemo', 'yes');
      saveFact(db, 'samplesDir', samplesDir);
      addDemoRun(db, dir, samplesDir);
    })();
  } finally {
    db.close();
  }
}
