import { create } from 'zustand';
import { toShownError } from './api-error.ts';
import { listFiles } from './host-store.ts';
import {
  baseName,
  folderName,
  guessRole,
  hasModel,
  importRequest,
  joinPath,
  modelNameFromPath,
  type Role,
  type Source,
} from './import-draft.ts';
import { inspectPath, startImport } from './import-store.ts';
import { createProject, currentProject } from './project-store.ts';

interface ImportDraft {
  readonly sources: readonly Source[];
  /** Import into a project that is made first; else into the open one. */
  readonly isNew: boolean;
  readonly name: string;
  /** Folder of the new project; undefined while it follows the name. */
  readonly dir: string | undefined;
  /** Where new projects go unless said otherwise. */
  readonly home: string | undefined;
}

export const useImportDraft = create<ImportDraft>(() => ({
  sources: [],
  isNew: false,
  name: '',
  dir: undefined,
  home: undefined,
}));

const inspections = new Map<string, AbortController>();

/** Whether the draft goes into the open project; the demo and read-only ones take nothing. */
export function canAddToOpen(): boolean {
  const project = currentProject();
  return project !== undefined && !project.isDemo && !project.isReadOnly;
}

function projectHasInstances(): boolean {
  const project = currentProject();
  const isNew = useImportDraft.getState().isNew || !canAddToOpen();
  return !isNew && (project?.instances ?? 0) > 0;
}

/** Adds paths and looks what they are; a path that is there already is left alone. */
export function addSources(paths: readonly string[]): void {
  const known = new Set(useImportDraft.getState().sources.map((source) => source.path));
  for (const path of paths.filter((each) => !known.has(each))) {
    const source: Source = {
      path,
      role: undefined,
      model: modelNameFromPath(path),
      inspection: { status: 'loading' },
    };
    useImportDraft.setState((draft) => ({ sources: [...draft.sources, source] }));
    void inspect(path);
  }
}

async function inspect(path: string): Promise<void> {
  const aborter = new AbortController();
  inspections.set(path, aborter);
  try {
    const data = await inspectPath(path, aborter.signal);
    changeSource(path, (source, others) => ({
      role: source.role ?? guessRole(data.kind, others, projectHasInstances()),
      inspection: { status: 'ready', data },
    }));
    nameAfterDataset();
  } catch (error) {
    if (!aborter.signal.aborted)
      changeSource(path, () => ({ inspection: { status: 'failed', error: toShownError(error) } }));
  } finally {
    inspections.delete(path);
  }
}

/** A project without a name is called after its dataset. */
function nameAfterDataset(): void {
  useImportDraft.setState(({ name, sources }) => {
    const dataset = sources.find((source) => source.role === 'dataset');
    return name === '' && dataset !== undefined ? { name: baseName(dataset.path) } : {};
  });
}

function changeSource(
  path: string,
  change: (source: Source, others: readonly Source[]) => Partial<Source>,
): void {
  useImportDraft.setState(({ sources }) => ({
    sources: sources.map((source) =>
      source.path === path
        ? {
            ...source,
            ...change(
              source,
              sources.filter((other) => other !== source),
            ),
          }
        : source,
    ),
  }));
}

export const setRole = (path: string, role: Role | undefined) =>
  changeSource(path, () => ({ role }));
export const setModel = (path: string, model: string) => changeSource(path, () => ({ model }));

export function removeSource(path: string): void {
  inspections.get(path)?.abort();
  useImportDraft.setState(({ sources }) => ({
    sources: sources.filter((source) => source.path !== path),
  }));
}

export const setIsNew = (isNew: boolean) => useImportDraft.setState({ isNew });
export const setProjectName = (name: string) => useImportDraft.setState({ name });
export const setProjectDir = (dir: string) => useImportDraft.setState({ dir });

/** Asks where the user's own folder is, below which new projects go. */
export async function loadHome(): Promise<void> {
  if (useImportDraft.getState().home !== undefined) return;
  const { dir } = await listFiles(undefined);
  useImportDraft.setState({ home: dir });
}

/** Folder of the new project: as typed, else by its name below the user's folder. */
export function projectDirOf(draft: Pick<ImportDraft, 'dir' | 'home' | 'name'>): string {
  if (draft.dir !== undefined) return draft.dir;
  return draft.home === undefined
    ? ''
    : joinPath(draft.home, 'Loupe projects', folderName(draft.name));
}

/** Makes the project if it is a new one, then starts; what failed is kept by the store that did it. */
export async function startDraft(): Promise<boolean> {
  const draft = useImportDraft.getState();
  if (draft.isNew || !canAddToOpen()) {
    const project = await createProject(projectDirOf(draft), draft.name.trim());
    if (project === undefined) return false;
  }
  const hasStarted = await startImport(importRequest(draft.sources));
  if (hasStarted) clearDraft();
  return hasStarted;
}

export function clearDraft(): void {
  for (const aborter of inspections.values()) aborter.abort();
  useImportDraft.setState({ sources: [], name: '', dir: undefined, isNew: false });
}

/** True when a source belongs to a model, whose name is then asked for. */
export function needsModel(source: Source): boolean {
  return hasModel(source.role);
}
