// Names of places that hold keys. No key ever comes here: the host takes one from the clipboard itself.
import { create } from 'zustand';
import type { MethodOutput } from '../../shared/api/contract.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';

export type KeyPlaces = MethodOutput<'keys.list'>;

interface KeysState {
  readonly places: AsyncData<KeyPlaces>;
  readonly commandError: ShownError | undefined;
}

export const useKeys = create<KeysState>(() => ({ places: idle, commandError: undefined }));

const loader = createLoader<KeyPlaces>(
  () => useKeys.getState().places,
  (places) => useKeys.setState({ places }),
);

export function loadKeys(): Promise<void> {
  return loader.run((signal) => api.call('keys.list', {}, signal));
}

/** @returns false when it was refused; why is then in `commandError` */
export const saveKeyFromClipboard = (name: string) =>
  command(() => api.call('keys.saveFromClipboard', { name }));
export const removeKey = (name: string) => command(() => api.call('keys.remove', { name }));

async function command(act: () => Promise<unknown>): Promise<boolean> {
  useKeys.setState({ commandError: undefined });
  try {
    await act();
    await loadKeys();
    return true;
  } catch (error) {
    useKeys.setState({ commandError: toShownError(error) });
    return false;
  }
}
