import { BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_ORIGIN } from './security/own-page.ts';
import { loadWindowState, saveWindowState } from './window-state.ts';

export interface WindowFiles {
  readonly preload: string;
  readonly state: string;
}

/** Opens the window; it is shown once there is something to see. */
export function openWindow(files: WindowFiles): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { isMaximized, ...bounds } = loadWindowState(files.state, screens);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'UniM Loupe',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#111214' : '#ffffff',
    webPreferences: {
      preload: files.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => keepPlace(window, files.state));
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

function keepPlace(window: BrowserWindow, file: string): void {
  try {
    saveWindowState(file, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  } catch {
    // a disk that is full or read-only must not keep the window from closing
  }
}
