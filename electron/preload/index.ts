import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createBridge } from './bridge.ts';

/** A `File` is the page's own object; what is none has no path. */
function pathOf(file: object): string {
  try {
    return webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
  } catch {
    return '';
  }
}

contextBridge.exposeInMainWorld('loupe', {
  ...createBridge(ipcRenderer),
  // only what the user dropped on the window: a page cannot make a File with a path by itself
  pathOf: (file: File) => webUtils.getPathForFile(file),
});
