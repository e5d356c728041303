// Writes the current set of instances to a file.
import { create } from 'zustand';
import type { InstanceFormat } from '../../shared/model/export.ts';
import { api } from '../api/index.ts';
import { toShownError, type ShownError } from './api-error.ts';
import { meantFilter } from './bulk-store.ts';
import { writeTo, type ExportPlace } from './export-place.ts';
import { currentModelNames } from './models-store.ts';
import { currentRoute } from './route-store.ts';

export type ExportState =
  | { readonly status: 'idle' }
  | { readonly status: 'writing' }
  | { readonly status: 'done'; readonly place: ExportPlace; readonly records: number }
  | { readonly status: 'failed'; readonly error: ShownError };

export const useInstancesExport = create<{ readonly state: ExportState }>(() => ({
  state: { status: 'idle' },
}));

const set = (state: ExportState) => useInstancesExport.setState({ state });

/** The selected rows, or else the whole set, in the order in which they are shown. */
export async function exportInstances(as: InstanceFormat, place: ExportPlace): Promise<void> {
  set({ status: 'writing' });
  try {
    const shown = { filter: meantFilter(), sort: currentRoute().sort };
    const models = [...currentModelNames()];
    const { records } = await writeTo(place, (path) =>
      api.call('export.instances', { as, ...shown, models, path }),
    );
    set({ status: 'done', place, records });
  } catch (error) {
    set({ status: 'failed', error: toShownError(error) });
  }
}

export const forgetExport = () => set({ status: 'idle' });
