import { create } from 'zustand';
import type { Project, RecentProject } from '../../shared/model/project.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';

interface ProjectState {
  /** `ready` with undefined means that none is open. */
  readonly project: AsyncData<Project | undefined>;
  readonly recent: AsyncData<readonly RecentProject[]>;
  /** A project is being opened, made or closed. */
  readonly isOpening: boolean;
  readonly openError: ShownError | undefined;
}

export const useProjectStore = create<ProjectState>(() => ({
  project: idle,
  recent: idle,
  isOpening: false,
  openError: undefined,
}));

const projectLoader = createLoader<Project | undefined>(
  () => useProjectStore.getState().project,
  (project) => useProjectStore.setState({ project }),
);
const recentLoader = createLoader<readonly RecentProject[]>(
  () => useProjectStore.getState().recent,
  (recent) => useProjectStore.setState({ recent }),
);

/** The open project; undefined while loading for the first time and when none is open. */
export function useProject(): Project | undefined {
  return useProjectStore((state) => latest(state.project));
}

export function currentProject(): Project | undefined {
  return latest(useProjectStore.getState().project);
}

export function loadProject(): Promise<void> {
  return projectLoader.run(
    async (signal) => (await api.call('project.current', {}, signal)).project,
  );
}

export function loadRecent(): Promise<void> {
  return recentLoader.run(
    async (signal) => (await api.call('project.recent', {}, signal)).projects,
  );
}

/** Opens by `how`; a failure is kept as `openError` for the view that asked. */
async function open(how: () => Promise<{ project: Project }>): Promise<Project | undefined> {
  useProjectStore.setState({ isOpening: true, openError: undefined });
  try {
    const { project } = await how();
    useProjectStore.setState({ project: { status: 'ready', data: project } });
    return project;
  } catch (error) {
    useProjectStore.setState({ openError: toShownError(error) });
    return undefined;
  } finally {
    useProjectStore.setState({ isOpening: false });
  }
}

export const openDemo = () => open(() => api.call('project.openDemo', {}));
export const openProject = (dir: string) => open(() => api.call('project.open', { dir }));
export const createProject = (dir: string, name: string) =>
  open(() => api.call('project.create', { dir, name }));

export async function closeProject(): Promise<void> {
  await api.call('project.close', {});
  useProjectStore.setState({ project: { status: 'ready', data: undefined } });
}

export function dismissOpenError(): void {
  useProjectStore.setState({ openError: undefined });
}

/** The search index grows behind the open app; its rest comes by event, not by asking again. */
export function setSearchPending(pending: number): void {
  const project = currentProject();
  if (project === undefined || project.searchPending === pending) return;
  useProjectStore.setState({
    project: { status: 'ready', data: { ...project, searchPending: pending } },
  });
}
