import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { IPC } from '../../shared/api/bridge.ts';
import type { Engine } from '../engine/index.ts';
import { chooseInDialog } from './dialogs.ts';
import { createIpcHostCore, type IpcMessage } from './ipc-host-core.ts';

function messageOf(channel: string, event: IpcMainInvokeEvent, args: unknown[]): IpcMessage {
  const frame = event.senderFrame;
  return {
    channel,
    senderUrl: frame?.url,
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    args,
  };
}

/** Connects the page's three channels with the engine. */
export function startIpcHost(engine: Engine, currentWindow: () => BrowserWindow | undefined): void {
  const core = createIpcHostCore(engine.dispatch, (options) =>
    chooseInDialog(options, currentWindow()),
  );
  ipcMain.handle(IPC.send, (event, ...args: unknown[]) =>
    core.send(messageOf(IPC.send, event, args)),
  );
  ipcMain.handle(IPC.choosePaths, (event, ...args: unknown[]) =>
    core.choosePaths(messageOf(IPC.choosePaths, event, args)),
  );
  engine.on((name, payload) => {
    currentWindow()?.webContents.send(IPC.event, name, payload);
  });
}
