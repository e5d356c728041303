// Writes what the project holds to files: which set, in which form, where, and how far it is.
import { create } from 'zustand';
import type { MethodInput } from '../../shared/api/contract.ts';
import type { InstanceFilter } from '../../shared/model/filter.ts';
import { api } from '../api/index.ts';
import { toShownError, type ShownError } from './api-error.ts';
import { writeTo, type ExportPlace } from './export-place.ts';
import { useSelection } from './selection-store.ts';
import { currentRoute } from './route-store.ts';

/** Which instances are meant. */
export type ExportSet =
  | { readonly kind: 'filter' | 'selected' | 'all' }
  | { readonly kind: 'sample'; readonly sampleId: string };

type Without<T> = Omit<T, 'filter' | 'path'>;

/** What is to be written; the set and the place are put in when it starts. */
export type ExportJob =
  | { readonly kind: 'official'; readonly request: Without<MethodInput<'export.official'>> }
  | { readonly kind: 'ratings'; readonly request: Without<MethodInput<'export.ratings'>> }
  | { readonly kind: 'annotations'; readonly request: Without<MethodInput<'export.annotations'>> }
  | { readonly kind: 'instances'; readonly request: Without<MethodInput<'export.instances'>> }
  | { readonly kind: 'bundle'; readonly request: Without<MethodInput<'export.bundle'>> }
  | { readonly kind: 'report'; readonly request: Without<MethodInput<'export.report'>> };

export type ExportProgress =
  | { readonly status: 'idle' }
  | { readonly status: 'writing'; readonly done?: number; readonly total?: number }
  /** Sentences of what was written. */
  | { readonly status: 'done'; readonly words: readonly string[]; readonly place: ExportPlace }
  | { readonly status: 'failed'; readonly error: ShownError };

interface ExportState {
  readonly progress: ExportProgress;
  /** Instances of the set that is chosen; undefined while it is counted. */
  readonly count: number | undefined;
}

export const useExport = create<ExportState>(() => ({
  progress: { status: 'idle' },
  count: undefined,
}));

let writing: AbortController | undefined;
let counting: AbortController | undefined;

const setProgress = (progress: ExportProgress) => useExport.setState({ progress });

api.on('export.progress', ({ done, total }) => {
  if (useExport.getState().progress.status === 'writing')
    setProgress({ status: 'writing', done, total });
});

/** Counts the instances of a set. */
export async function countSet(set: ExportSet): Promise<void> {
  counting?.abort();
  const { signal } = (counting = new AbortController());
  useExport.setState({ count: undefined });
  try {
    const filter = await filterOf(set, signal);
    const { total } = await api.call('instances.facets', { filter, models: [] }, signal);
    if (!signal.aborted) useExport.setState({ count: total });
  } catch (error) {
    if (!signal.aborted) setProgress({ status: 'failed', error: toShownError(error) });
  }
}

/** Writes; one thing at a time. */
export async function runExport(job: ExportJob, set: ExportSet, place: ExportPlace): Promise<void> {
  writing?.abort();
  const { signal } = (writing = new AbortController());
  setProgress({ status: 'writing' });
  try {
    const filter = await filterOf(set, signal);
    const toPath = (path: string) => write(job, { filter, path }, set, signal);
    const words = await writeTo(place, toPath, signal);
    if (!signal.aborted) setProgress({ status: 'done', words, place });
  } catch (error) {
    if (!signal.aborted) setProgress({ status: 'failed', error: toShownError(error) });
  }
}

/** Takes it back; nothing half written stays. */
export function cancelExport(): void {
  writing?.abort();
  setProgress({ status: 'idle' });
}

export function forgetExport(): void {
  if (useExport.getState().progress.status !== 'writing') setProgress({ status: 'idle' });
}

async function filterOf(set: ExportSet, signal: AbortSignal): Promise<InstanceFilter> {
  const { filter } = currentRoute();
  switch (set.kind) {
    case 'all':
      return {};
    case 'filter':
      return filter;
    case 'selected':
      return { ...filter, keys: [...useSelection.getState().keys] };
    case 'sample': {
      const { sampleId } = set;
      return { keys: (await api.call('samples.keys', { sampleId }, signal)).keys };
    }
  }
}

async function write(
  job: ExportJob,
  where: { readonly filter: InstanceFilter; readonly path: string },
  set: ExportSet,
  signal: AbortSignal,
): Promise<string[]> {
  switch (job.kind) {
    case 'official': {
      const done = await api.call('export.official', { ...job.request, ...where }, signal);
      return [`${done.records} records`, `${done.withoutFigures} without such figures`];
    }
    case 'ratings': {
      const own = set.kind === 'sample' ? { sampleId: set.sampleId } : {};
      const request = { ...job.request, ...where, ...own };
      const done = await api.call('export.ratings', request, signal);
      return [`${done.records} ratings`, `${done.stale} of them stale`];
    }
    case 'annotations': {
      const done = await api.call('export.annotations', { ...job.request, ...where }, signal);
      return [`${done.records} annotations`, `of ${done.instances} instances`];
    }
    case 'instances': {
      const done = await api.call('export.instances', { ...job.request, ...where }, signal);
      return [`${done.records} instances`];
    }
    case 'bundle': {
      const done = await api.call('export.bundle', { ...job.request, ...where }, signal);
      const size = `${(done.bytes / 1e6).toFixed(1)} MB`;
      return [`${done.instances} instances`, `${done.mediaFiles} media`, size];
    }
    case 'report': {
      const done = await api.call('export.report', { ...job.request, ...where }, signal);
      return [`figures of ${done.instances} instances`, `${done.examples} of them shown`];
    }
  }
}
