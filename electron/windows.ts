import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeTheme, screen } from 'electron';
import type { Language } from '../core/contract/index.ts';
import { isReloadKey } from './guards.ts';
import { contextTemplate } from './menu-template.ts';
import { PAGE_URL } from './own-page.ts';
import { fitToScreens, loadWindowState, MIN_SIZE, saveWindowState } from './window-state.ts';

/** The one window: where it was last time, shown when there is something to see. */
export function openWindow(language: () => Language): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const { place, width, height, maximized } = fitToScreens(loadWindowState(stateFile), screens);
  const window = new BrowserWindow({
    ...place,
    width,
    height,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: '听鉴 Tingjian',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
      // Playback goes on while the inspector looks something up in another window.
      backgroundThrottling: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const { x, y, ...size } = window.getNormalBounds();
    saveWindowState(stateFile, {
      place: { x, y },
      width: size.width,
      height: size.height,
      maximized: window.isMaximized(),
    });
  });
  const contents = window.webContents;
  contents.on('context-menu', (_event, params) => {
    const template = contextTemplate(params, language());
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
  contents.on('before-input-event', (event, input) => {
    if (app.isPackaged && isReloadKey(input)) event.preventDefault();
  });
  void window.loadURL(PAGE_URL);
  return window;
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
