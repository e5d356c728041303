import type { ImportProgress, ImportRequest } from '../../../shared/model/import.ts';
import type { Project } from '../../../shared/model/project.ts';
import type { ProjectSettings } from '../../../shared/model/settings.ts';
import type { Emit, EngineOptions } from '../context.ts';
import { countProject } from '../db/counts.ts';
import { findFact } from '../db/facts.ts';
import type { ReadableDb } from '../db/handle.ts';
import { openProjectDb } from '../db/open.ts';
import { countSearchPending } from '../db/search-rows.ts';
import { findStoredScoring, getSettings, saveSettings } from '../db/settings.ts';
import type { HostKeys } from '../judges/endpoint/host-keys.ts';
import { createImportRunner, type ImportRunner } from '../jobs/import/import-runner.ts';
import { isDerivationDue } from '../jobs/derive.ts';
import type { AgentService } from '../jobs/agent/agent-service.ts';
import { createRunService, type RunService } from '../jobs/scoring/run-service.ts';
import type { MediaRegistry } from '../media/registry.ts';
import { createQcService, type QcService } from '../quality-control/service.ts';
import { createAnalysisService, type AnalysisService } from '../report/analysis-service.ts';
import { createProjectAgent } from './project-agent.ts';
import { createProjectQuery, type ProjectQuery } from './project-query.ts';
import { createChangeNotice } from './change-notice.ts';
import { openBundle } from '../report/bundle/open-bundle.ts';
import { readBundleManifest } from '../report/bundle/manifest.ts';
import { defaultName, projectFile } from './layout.ts';
import { createSmallWrites, readOnly, type SmallWrites } from './small-writes.ts';

/** The project that is open: one reading connection, what was made from it, and its importer. */
export interface ProjectSession extends SmallWrites {
  readonly dir: string;
  readonly isReadOnly: boolean;
  readonly db: ReadableDb;
  readonly query: ProjectQuery;
  /** Ids for files inside the opened folders; made anew when a folder was added. */
  readonly media: () => MediaRegistry;
  readonly describe: () => Project;
  /**
   * @returns the import's id
   * @throws AppError 'busy', 'read-only'
   */
  readonly startImport: (request: ImportRequest) => string;
  readonly cancelImport: () => void;
  readonly importProgress: () => ImportProgress | undefined;
  /** Resolves when the running import has ended, whichever way. */
  readonly importSettled: () => Promise<ImportProgress | undefined>;
  readonly runs: RunService;
  readonly agent: AgentService;
  readonly analysis: AnalysisService;
  readonly qc: QcService;
  readonly settings: () => ProjectSettings;
  /** @throws AppError 'read-only', 'busy', 'disk-full' */
  readonly saveSettings: (settings: ProjectSettings) => void;
  /** Stops at the next safe point; nothing committed is lost. */
  readonly close: () => Promise<void>;
}

/** Opens the project in a folder; where its search index is not complete, goes on with it. */
export function openSession(
  dir: string,
  emit: Emit,
  { log, clock, keys }: Pick<EngineOptions, 'log' | 'clock'> & { readonly keys: HostKeys },
): ProjectSession {
  const isBundle = readBundleManifest(dir) !== undefined;
  const opened = isBundle ? openBundle(dir) : openProjectDb(projectFile(dir));
  const { db, isReadOnly } = opened;
  const query = createProjectQuery(db, () => performance.now());
  const analysis = createAnalysisService(query, emit, log);
  const notice = createChangeNotice(query, emit);
  const qc = createQcService({ file: projectFile(dir), db, log, columns: query.columns }, () =>
    emit('qc.changed', {}),
  );
  const runner = createRunner(projectFile(dir), log, emit, notice);
  let isClosing = false;
  const runs = createRunService({
    file: projectFile(dir),
    isReadOnly,
    isImporting: () => ['reading', 'structure'].includes(runner.progress()?.phase ?? 'done'),
    db,
    query,
    keys,
    log,
    clock,
    onProgress: (run) => emit('run.progress', run),
    onScores(options) {
      notice.changed({ ...options, by: 'run' });
      // captions that were asked for are to be found
      if (options.isLast && !isClosing && countSearchPending(db) > 0) runner.buildIndex();
    },
  });
  const agent = createProjectAgent(runner, emit, {
    file: projectFile(dir),
    ...{ isReadOnly, db, query, keys, log, clock },
  });
  if (!isReadOnly && isDerivationDue(db)) runner.derive();
  if (!isReadOnly && countSearchPending(db) > 0) runner.buildIndex();
  const writes = createSmallWrites({ dir, isReadOnly }, emit, () =>
    notice.changed({ isLast: true }),
  );
  return {
    dir,
    isReadOnly,
    db,
    query,
    media: query.registry,
    describe: () => ({ dir, isReadOnly, ...describeProject(db, dir) }),
    startImport(request) {
      if (!isReadOnly) return runner.start(request);
      throw readOnly('import', dir);
    },
    cancelImport: runner.cancel,
    importProgress: runner.progress,
    importSettled: runner.settled,
    runs,
    agent,
    analysis,
    qc,
    settings: () => getSettings(db),
    saveSettings(settings) {
      const before = findStoredScoring(db);
      writes.change('save settings', (writable) => saveSettings(writable, settings));
      if (findStoredScoring(db) !== before) notice.changed({ isLast: true });
      if (isDerivationDue(db)) runner.derive();
    },
    ...writes,
    async close() {
      isClosing = true;
      await agent.close();
      await runs.close();
      notice.stop();
      await analysis.close();
      await qc.close();
      await runner.close();
      opened.close();
    },
  };
}

/** Imports, and tells of what they change. */
function createRunner(
  file: string,
  log: EngineOptions['log'],
  emit: Emit,
  notice: ReturnType<typeof createChangeNotice>,
): ImportRunner {
  return createImportRunner(file, log, {
    onProgress(progress) {
      emit('import.progress', progress);
      const isOver = progress.phase !== 'reading' && progress.phase !== 'structure';
      notice.changed({ isLast: isOver });
      if (isOver) emit('project.changed', {});
    },
    onSearch(pending) {
      emit('search.progress', { pending });
      if (pending === 0) notice.changed({ isLast: true });
    },
    onDerived: () => notice.changed({ isLast: true }),
  });
}

function describeProject(db: ReadableDb, dir: string): Omit<Project, 'dir' | 'isReadOnly'> {
  return {
    name: findFact(db, 'name') ?? defaultName(dir),
    isDemo: findFact(db, 'isDemo') === 'yes',
    ...countProject(db),
  };
}
