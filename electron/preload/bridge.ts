import { IPC, type Bridge } from '../../shared/api/bridge.ts';
import type { WireReply } from '../../shared/api/errors.ts';

/** The part of Electron's `ipcRenderer` that the bridge needs. */
export interface IpcRendererLike {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown;
  off(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown;
}

/**
 * What the page may do: three fixed channels, and asking where a dropped file lies. The page never
 * sees `ipcRenderer` or an event object.
 */
export function createBridge(ipc: IpcRendererLike, pathOf: (file: object) => string): Bridge {
  return {
    // the main process made both results; the page's transport parses them again
    send: (method, input) => ipc.invoke(IPC.send, method, input) as Promise<WireReply>,
    choosePaths: (options) => ipc.invoke(IPC.choosePaths, options) as Promise<string[]>,
    pathOf,
    listen(handler) {
      const listener = (_event: unknown, name: unknown, payload: unknown) => {
        if (typeof name === 'string') handler(name, payload);
      };
      ipc.on(IPC.event, listener);
      return () => void ipc.off(IPC.event, listener);
    },
  };
}
