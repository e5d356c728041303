// Quality control of the dataset as a whole: how far it is, who is at work, the queue, and the export.
import { create } from 'zustand';
import type { MethodInput } from '../../shared/api/contract.ts';
import type { QcExport, QcOverview, QcRow } from '../../shared/model/quality-control.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';
import { writeTo, type ExportPlace } from './export-place.ts';
import { noRows, RowPager, type PagedRows } from './paged-rows.ts';
import { currentRoute } from './route-store.ts';
import { createThrottle } from './throttle.ts';

/** Whose queue, and which part of it. */
export type QcQueue = Pick<MethodInput<'qc.list'>, 'name' | 'filter'>;

export type QcExportState =
  | { readonly status: 'idle' | 'writing' }
  | { readonly status: 'done'; readonly place: ExportPlace; readonly written: QcExport }
  | { readonly status: 'failed'; readonly error: ShownError };

interface QcState {
  readonly overview: AsyncData<QcOverview>;
  readonly list: PagedRows<QcRow>;
  readonly exported: QcExportState;
  /** Why the last command did nothing. */
  readonly error: ShownError | undefined;
  /** The name that was refused because somebody has it. */
  readonly takenName: string | undefined;
}

const start: QcState = {
  overview: idle,
  list: noRows,
  exported: { status: 'idle' },
  error: undefined,
  takenName: undefined,
};
export const useQc = create<QcState>(() => start);

const loader = createLoader<QcOverview>(
  () => useQc.getState().overview,
  (overview) => useQc.setState({ overview }),
);

const pager = new RowPager<QcQueue, QcRow>(
  {
    load: (queue, offset, limit, signal) =>
      api.call('qc.list', { ...queue, offset, limit }, signal),
    toError: toShownError,
  },
  (list) => useQc.setState({ list }),
);
let asked = '';

/** Asks for a queue; the same one is not asked for twice. */
export function queryQueue(queue: QcQueue): void {
  const text = JSON.stringify(queue);
  if (asked === text) return;
  asked = text;
  pager.setQuery(queue);
}
export const wantQueue = (first: number, last: number) => pager.want(first, last);

export function loadQcOverview(): Promise<void> {
  return loader.run(async (signal) => (await api.call('qc.overview', {}, signal)).overview);
}

export async function startQcScan(): Promise<void> {
  await command(async () => {
    await api.call('qc.scan', {});
    await loadQcOverview();
  });
}

/** @returns the name as it is kept; undefined when it was refused */
export function joinQc(name: string, isReturning: boolean): Promise<string | undefined> {
  useQc.setState({ takenName: undefined });
  return command(async () => (await api.call('qc.join', { name, isReturning })).name, name);
}

export async function exportAccepted(place: ExportPlace, withMedia: boolean): Promise<void> {
  useQc.setState({ exported: { status: 'writing' } });
  try {
    const written = await writeTo(place, (path) => api.call('qc.export', { path, withMedia }));
    useQc.setState({ exported: { status: 'done', place, written } });
  } catch (error) {
    useQc.setState({ exported: { status: 'failed', error: toShownError(error) } });
  }
}

async function command<T>(run: () => Promise<T>, name?: string): Promise<T | undefined> {
  useQc.setState({ error: undefined });
  try {
    return await run();
  } catch (error) {
    const shown = toShownError(error);
    const isName = name !== undefined && shown.code === 'bad-input';
    useQc.setState({ error: shown, ...(isName ? { takenName: name } : {}) });
    return undefined;
  }
}

const throttle = createThrottle(() => {
  if (currentRoute().screen !== 'dataset-qc') return;
  void loadQcOverview();
  pager.reload();
}, 400);
api.on('qc.changed', throttle.call);
api.on('data.changed', throttle.call);
api.on('project.changed', () => {
  throttle.cancel();
  loader.reset();
  pager.clear();
  asked = '';
  useQc.setState(start);
});
