import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { ChooseOptions } from './ipc-host-core.ts';

const PROPERTIES: Record<ChooseOptions['kind'], NonNullable<OpenDialogOptions['properties']>> = {
  folder: ['openDirectory', 'createDirectory'],
  file: ['openFile', 'multiSelections'],
  // only macOS can offer both in one dialog; elsewhere it is one of files
  any: ['openFile', 'openDirectory', 'multiSelections'],
};
const DATA_FILES = [
  { name: 'Data files', extensions: ['jsonl', 'json', 'csv'] },
  { name: 'All files', extensions: ['*'] },
];

/** @returns the paths chosen, none when cancelled */
export async function chooseInDialog(
  { title, kind }: ChooseOptions,
  parent: BrowserWindow | undefined,
): Promise<string[]> {
  const options: OpenDialogOptions = {
    title,
    properties: PROPERTIES[kind],
    ...(kind === 'folder' ? {} : { filters: DATA_FILES }),
  };
  const chosen = parent
    ? await dialog.showOpenDialog(parent, options)
    : await dialog.showOpenDialog(options);
  return chosen.canceled ? [] : chosen.filePaths;
}
