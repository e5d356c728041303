import { create } from 'zustand';
import type { ImportProgress, ImportReport, ValidationReport } from '../../shared/model/import.ts';
import type { MethodInput } from '../../shared/api/contract.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';

interface ImportState {
  /** The last progress heard of; undefined when nothing was imported since the start. */
  readonly progress: ImportProgress | undefined;
  readonly report: AsyncData<ImportReport | undefined>;
  readonly startError: ShownError | undefined;
}

export const useImport = create<ImportState>(() => ({
  progress: undefined,
  report: idle,
  startError: undefined,
}));

const reportLoader = createLoader<ImportReport | undefined>(
  () => useImport.getState().report,
  (report) => useImport.setState({ report }),
);

export function loadReport(): Promise<void> {
  return reportLoader.run(async (signal) => (await api.call('import.report', {}, signal)).report);
}

export async function loadProgress(): Promise<void> {
  const { progress } = await api.call('import.progress', {});
  useImport.setState({ progress });
}

export function isRunning(progress: ImportProgress | undefined): boolean {
  return progress?.phase === 'reading' || progress?.phase === 'structure';
}

/** Takes progress as it comes by event; the report is asked for once, at the end. */
export function receiveProgress(progress: ImportProgress): void {
  useImport.setState({ progress });
  if (!isRunning(progress)) void loadReport();
}

export async function startImport(request: MethodInput<'import.start'>): Promise<boolean> {
  useImport.setState({ startError: undefined, progress: undefined });
  reportLoader.reset();
  try {
    await api.call('import.start', request);
    return true;
  } catch (error) {
    useImport.setState({ startError: toShownError(error) });
    return false;
  }
}

export async function cancelImport(): Promise<void> {
  await api.call('import.cancel', {});
}

/** What a path seems to be, with its counts; reads the files, writes nothing. */
export function inspectPath(path: string, signal: AbortSignal): Promise<ValidationReport> {
  return api.call('import.inspect', { path }, signal);
}
