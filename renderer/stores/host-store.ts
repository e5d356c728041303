import { create } from 'zustand';
import type { FileListing, HostInfo } from '../../shared/api/host.ts';
import { api, choosePaths, droppedPaths } from '../api/index.ts';
import { createLoader } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';

interface HostState {
  readonly host: AsyncData<HostInfo>;
}

export const useHostStore = create<HostState>(() => ({ host: idle }));

const loader = createLoader<HostInfo>(
  () => useHostStore.getState().host,
  (host) => useHostStore.setState({ host }),
);

export function loadHost(): Promise<void> {
  return loader.run((signal) => api.call('host.info', {}, signal));
}

/** What this host can do; undefined until it has said so. */
export function useHost(): HostInfo | undefined {
  return useHostStore((state) => latest(state.host));
}

/** Lists one folder of the engine's machine; without `dir`, the one to start from. */
export function listFiles(dir: string | undefined, signal?: AbortSignal): Promise<FileListing> {
  return api.call('files.list', dir === undefined ? {} : { dir }, signal);
}

/** Opens the system's dialog, where the host has one. */
export function chooseNatively(options: {
  readonly title: string;
  readonly kind: 'folder' | 'file' | 'any';
}): Promise<string[]> {
  return choosePaths(options);
}

/** Paths of dropped files; none where the host does not tell them. */
export function pathsOfDrop(files: FileList): string[] {
  return droppedPaths(files);
}
