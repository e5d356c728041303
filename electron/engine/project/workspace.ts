import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError, ErrorCode } from '../../../shared/api/errors.ts';
import type { Emit, EngineOptions } from '../context.ts';
import { toAppError } from '../db/errors.ts';
import { saveFact } from '../db/facts.ts';
import { openWritable } from '../db/open.ts';
import { NO_KEYS, type HostKeys } from '../judges/endpoint/host-keys.ts';
import { loadDemo, prepareDemo } from './demo.ts';
import { checkBundle } from '../report/bundle/open-bundle.ts';
import { isZipPath } from '../pack-zip.ts';
import { unpackBundle } from '../report/bundle/zip-bundle.ts';
import { defaultName, isProjectFolder, projectFile } from './layout.ts';
import { createRecentProjects, type RecentProjects } from './recent.ts';
import { openSession, type ProjectSession } from './session.ts';

/** What a host gives, whole. */
export interface WorkspaceOptions extends EngineOptions {
  readonly keys: HostKeys;
}

/** Which project is open. At most one; opening another closes it first. */
export interface Workspace {
  readonly options: WorkspaceOptions;
  readonly emit: Emit;
  readonly recent: RecentProjects;
  readonly current: () => ProjectSession | undefined;
  /** @throws AppError 'no-project' */
  readonly required: () => ProjectSession;
  /** @param dir  of a project, or a zipped bundle */
  readonly open: (dir: string) => Promise<ProjectSession>;
  readonly create: (dir: string, name: string) => Promise<ProjectSession>;
  /** Opens the demo with everything in it; made when it is opened for the first time. */
  readonly openDemo: () => Promise<ProjectSession>;
  readonly close: () => Promise<void>;
}

/** Makes the workspace of one engine. */
export function createWorkspace(given: EngineOptions, emit: Emit): Workspace {
  const options: WorkspaceOptions = { ...given, keys: given.keys ?? NO_KEYS };
  let session: ProjectSession | undefined;
  const recent = createRecentProjects(options.dataDir);

  async function close(): Promise<void> {
    const closing = session;
    if (closing === undefined) return;
    session = undefined;
    await closing.close();
    emit('project.changed', {});
  }

  async function use(dir: string): Promise<ProjectSession> {
    await close();
    session = openSession(dir, emit, options);
    remember(session);
    emit('project.changed', {});
    const opened = session;
    if (HOSTS_OF_PAGES.has(options.host.name)) readAhead(opened, () => session === opened, options);
    return opened;
  }

  function remember(opened: ProjectSession): void {
    const { name, isDemo } = opened.describe();
    if (isDemo) return;
    try {
      recent.remember(opened.dir, name, options.clock());
    } catch (error) {
      options.log.warn({ err: error }, 'cannot keep the list of recent projects');
    }
  }

  return {
    options,
    emit,
    recent,
    current: () => session,
    required() {
      if (session !== undefined) return session;
      throw new AppError(
        'no-project',
        'Cannot answer: no project is open. Open or make one first.',
      );
    },
    async open(dir) {
      const given = resolve(dir);
      const isZip = isZipPath(given);
      const folder = isZip ? await unpackBundle(given, options.dataDir) : given;
      if (!isZip) await checkBundle(folder);
      if (!isProjectFolder(folder)) {
        throw new AppError(
          'not-found',
          `Cannot open the project: there is none in this folder. Make one there, or choose another folder. "${folder}"`,
        );
      }
      return await use(folder);
    },
    async create(dir, name) {
      const folder = resolve(dir);
      if (!isProjectFolder(folder)) makeProject(folder, name, options.clock());
      return await use(folder);
    },
    async openDemo() {
      const { dataDir, samplesDir, clock } = options;
      const demo = loadDemo(samplesDir);
      const folder = join(dataDir, 'demo');
      if (session?.dir === folder) return session;
      if (!isProjectFolder(folder)) makeProject(folder, demo.name, clock());
      prepareDemo(folder, samplesDir);
      const opened = await use(folder);
      opened.startImport(demo.request);
      const last = await opened.importSettled();
      if (last?.error !== undefined) throw importError(last.error);
      return opened;
    },
    close,
  };
}

/** A page that opens asks for rows at once; a command may want none. */
const HOSTS_OF_PAGES: ReadonlySet<string> = new Set(['desktop', 'browser']);
/** Behind the opening itself. */
const READ_AHEAD_MS = 20;

/** A step at a time, so that the page itself is served meanwhile. */
function readAhead(
  { query }: ProjectSession,
  isCurrent: () => boolean,
  { log }: Pick<EngineOptions, 'log'>,
): void {
  const step = () => {
    if (!isCurrent()) return;
    try {
      if (query.readAhead()) setImmediate(step);
    } catch (error) {
      log.warn({ err: error }, 'cannot read ahead; whoever asks is told');
    }
  };
  setTimeout(step, READ_AHEAD_MS);
}

function importError({ code, message }: { code: string; message: string }): AppError {
  const known = ErrorCode.safeParse(code);
  return new AppError(known.success ? known.data : 'internal', message);
}

function makeProject(dir: string, name: string, at: number): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch (error) {
    throw toAppError(error, { doing: 'make the project', path: dir });
  }
  const db = openWritable(projectFile(dir));
  try {
    saveFact(db, 'name', name.trim() || defaultName(dir));
    saveFact(db, 'createdAt', new Date(at).toISOString());
  } catch (error) {
    throw toAppError(error, { doing: 'make the project', path: dir });
  } finally {
    db.close();
  }
}
