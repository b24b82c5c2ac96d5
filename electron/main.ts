/** The desktop app's life, in the order in which it happens. */
import { app, type BrowserWindow, Menu, protocol, session } from 'electron';
import { libraryDir } from '../core/host/library-dir.ts';
import { findProduct } from '../core/host/product.ts';
import { channels } from './channels.ts';
import { setUpCore } from './core-host.ts';
import { guardContents, guardSession } from './guards.ts';
import { type HostState, setUpHost } from './host-ipc.ts';
import { launchArgs } from './launch-args.ts';
import { SCHEME } from './own-page.ts';
import { answerPage } from './page-protocol.ts';
import { bringToFront, openWindow } from './windows.ts';

const ownArgs = (argv: string[]) => argv.slice(app.isPackaged ? 1 : 2);
const launch = launchArgs(ownArgs(process.argv), process.cwd());
let window: BrowserWindow | null = null;
const state: HostState = {
  window: () => window,
  language: app.getLocale().startsWith('zh') || app.getLocale() === '' ? 'zh' : 'en',
  openPaths: launch.paths,
};

app.setAppUserModelId('cn.tingjian.app');
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  {
    scheme: SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  },
]);
guardContents(app);
if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  app.on('second-instance', (_event, argv, cwd) => openPaths(launchArgs(ownArgs(argv), cwd).paths));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openPaths([path]);
  });
  await app.whenReady();
  // Electron's default menu would bring reload and developer tools; the page sends its own.
  Menu.setApplicationMenu(null);
  guardSession(session.defaultSession);
  const core = setUpCore(
    libraryDir(launch.library),
    () => window,
    () => state.language,
  );
  const { rendererDir } = findProduct(import.meta.dirname);
  protocol.handle(SCHEME, (request) => answerPage(request, { rendererDir, resolveMedia: core.resolveMedia }));
  setUpHost(state);
  showWindow();
  app.on('activate', showWindow);
  app.on('window-all-closed', () => app.quit());
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void core.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

function showWindow(): void {
  if (window) {
    bringToFront(window);
    return;
  }
  window = openWindow(() => state.language);
  window.once('closed', () => {
    window = null;
  });
}

/** Kept for the page when it is not there yet. */
function openPaths(paths: string[]): void {
  if (window) bringToFront(window);
  if (paths.length === 0) return;
  if (window && !window.webContents.isLoading()) window.webContents.send(channels.openPaths, paths);
  else state.openPaths.push(...paths);
}
