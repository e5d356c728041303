// One thing said of many instances at once: of the rows that were selected, or of the current set. What
// was done is told, and can be taken back in one step.
import { create } from 'zustand';
import type { BulkAnnotation } from '../../shared/model/annotation.ts';
import type { InstanceFilter } from '../../shared/model/filter.ts';
import { api } from '../api/index.ts';
import { toShownError, type ShownError } from './api-error.ts';
import { currentModelNames } from './models-store.ts';
import { currentRoute } from './route-store.ts';
import { clearSelection, useSelection } from './selection-store.ts';

/** What was done to how many. */
export interface BulkResult {
  readonly annotation: BulkAnnotation;
  readonly changed: number;
  readonly total: number;
  /** It was taken back again. */
  readonly isUndone: boolean;
}

interface BulkState {
  readonly isBusy: boolean;
  readonly result: BulkResult | undefined;
  readonly error: ShownError | undefined;
}

export const useBulk = create<BulkState>(() => ({
  isBusy: false,
  result: undefined,
  error: undefined,
}));

/** What is meant: the rows selected by hand, else everything that the filter leaves. */
export function meantFilter(): InstanceFilter {
  const { keys } = useSelection.getState();
  const { filter } = currentRoute();
  return keys.size === 0 ? filter : { ...filter, keys: [...keys] };
}

async function run(work: () => Promise<BulkResult | undefined>): Promise<void> {
  useBulk.setState({ isBusy: true, error: undefined });
  try {
    useBulk.setState({ result: await work() });
  } catch (error) {
    useBulk.setState({ result: undefined, error: toShownError(error) });
  } finally {
    useBulk.setState({ isBusy: false });
  }
}

export function annotateMany(annotation: BulkAnnotation): Promise<void> {
  return run(async () => {
    const { changed, total } = await api.call('annotations.saveMany', {
      filter: meantFilter(),
      models: [...currentModelNames()],
      annotation,
    });
    return { annotation, changed, total, isUndone: false };
  });
}

/** Takes the last step back, whatever it was. */
export function undoBulk(): Promise<void> {
  return run(async () => {
    const { result } = useBulk.getState();
    await api.call('annotations.undo', {});
    return result === undefined ? undefined : { ...result, isUndone: true };
  });
}

export function dismissBulk(): void {
  useBulk.setState({ result: undefined, error: undefined });
}

api.on('project.changed', () => {
  dismissBulk();
  clearSelection();
});
