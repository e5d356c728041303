import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createBridge } from './bridge.ts';

/** Only what a person dropped on the window has one: a page cannot make a `File` with a path. */
function pathOf(file: object): string {
  try {
    return webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
  } catch {
    return ''; // not a `File` at all
  }
}

contextBridge.exposeInMainWorld('loupe', createBridge(ipcRenderer, pathOf));
