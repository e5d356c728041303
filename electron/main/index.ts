// Composition root of the desktop app: makes the engine, connects it with a window, ends both.
import { app, type BrowserWindow, protocol, shell } from 'electron';
import { join } from 'node:path';
import { MEDIA_SCHEME } from '../../shared/api/bridge.ts';
import { createEngine, createEnvironmentKeys, createLog, type Engine } from '../engine/index.ts';
import { serveApp } from './app-protocol.ts';
import { startIpcHost } from './ipc-host.ts';
import { createSystemKeyStore } from './secrets.ts';
import { serveMedia } from './media-protocol.ts';
import { setMenu } from './menu.ts';
import { lockDown } from './security/lock-down.ts';
import { APP_SCHEME } from './security/own-page.ts';
import { openWindow } from './window.ts';

let window: BrowserWindow | undefined;

function makeEngine(): Engine {
  const samples = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'assets');
  return createEngine({
    dataDir: app.getPath('userData'),
    samplesDir: join(samples, 'samples'),
    log: createLog('info'),
    clock: Date.now,
    keys: createEnvironmentKeys(
      process.env,
      createSystemKeyStore(join(app.getPath('userData'), 'keys.json')),
    ),
    host: {
      name: 'desktop',
      version: app.getVersion(),
      platform: process.platform,
      capabilities: { nativeDialogs: true, revealFile: true, openExternally: true },
    },
    shell: {
      reveal: (path) => shell.showItemInFolder(path),
      open: async (path) => {
        const problem = await shell.openPath(path);
        if (problem !== '') throw new Error(problem);
      },
    },
  });
}

function showWindow(): void {
  if (window !== undefined) {
    if (window.isMinimized()) window.restore();
    window.focus();
    return;
  }
  window = openWindow({
    preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    state: join(app.getPath('userData'), 'window-state.json'),
  });
  window.on('closed', () => {
    window = undefined;
  });
}

/** Ends the engine before the process: what was committed is kept, and its thread is not cut off. */
function closeWithEngine(engine: Engine): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void engine.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

async function start(): Promise<void> {
  await app.whenReady();
  lockDown();
  const engine = makeEngine();
  closeWithEngine(engine);
  serveApp(join(app.getAppPath(), 'out', 'renderer'));
  serveMedia(engine);
  startIpcHost(engine, () => window);
  setMenu(process.platform === 'darwin', app.isPackaged);
  if (process.argv.includes('--demo')) await engine.dispatch('project.openDemo', {});
  showWindow();
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { ...privileges, codeCache: true } },
  { scheme: MEDIA_SCHEME, privileges: { ...privileges, corsEnabled: true } },
]);
if (app.requestSingleInstanceLock()) void start();
else app.quit();
