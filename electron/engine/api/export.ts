import { AppError } from '../../../shared/api/errors.ts';
import { projectFile } from '../project/layout.ts';
import { writeBundle } from '../report/bundle/write-bundle.ts';
import type { Downloads } from '../report/export/downloads.ts';
import { exportAnnotations } from '../report/export/export-annotations.ts';
import { exportInstances } from '../report/export/export-instances.ts';
import { exportOfficial, type ExportSource } from '../report/export/export-official.ts';
import { figuresOfPeople } from '../report/export/figures-of-people.ts';
import { exportRatings } from '../ratings/export-ratings.ts';
import { exportReport } from '../report/review/export-report.ts';
import { readHumanRatings } from '../ratings/human-ratings.ts';
import type { FileHasher } from '../ratings/shown.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `export.*`. @param hashOf  of a file that somebody rated */
export function createExportHandlers(
  workspace: Workspace,
  hashOf: FileHasher,
  downloads: Downloads,
): HandlersOf<'export'> {
  const source = (): ExportSource => {
    const { db, query } = workspace.required();
    const annotations = query.annotations();
    return { db, columns: query.columns(), list: query.list(), annotations };
  };
  return {
    'export.place': ({ name }) => {
      if (workspace.options.host.capabilities.downloads === true) return downloads.place(name);
      const why = 'this host hands out no files. Export to a path';
      throw new AppError('unsupported', `Cannot make a download: ${why}.`);
    },
    'export.drop': ({ token }) => {
      downloads.drop(token);
      return {};
    },
    'export.bundle': async (request, signal) => {
      const { db, query, dir } = workspace.required();
      const from = { db, query, file: projectFile(dir) };
      const options = { signal, onProgress: progressOf(workspace) };
      return await writeBundle(from, hashOf, request, workspace.options.clock(), options);
    },
    'export.official': async ({ by, ...request }, signal) => {
      if (by === 'judge') return await exportOfficial(source(), request, signal);
      const ratings = await readHumanRatings(workspace.required(), hashOf, {});
      const ofPeople = figuresOfPeople(ratings, request.model, request.as);
      return await exportOfficial(source(), { ...request, ofPeople }, signal);
    },
    'export.annotations': (request, signal) => exportAnnotations(source(), request, signal),
    'export.instances': (request, signal) => exportInstances(source(), request, signal),
    'export.report': (request, signal) => {
      const now = workspace.options.clock();
      return exportReport(workspace.required(), hashOf, request, now, signal);
    },
    'export.ratings': (request, signal) =>
      exportRatings(workspace.required(), hashOf, request, signal),
  };
}

const PROGRESS_MS = 200;

/** Tells how far it is, at most five times a second. */
function progressOf({ emit }: Workspace): (done: number, total: number) => void {
  let toldAt = 0;
  return (done, total) => {
    const now = performance.now();
    if (done < total && now - toldAt < PROGRESS_MS) return;
    toldAt = now;
    emit('export.progress', { done, total });
  };
}
