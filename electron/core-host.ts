/** Starts the core and its workers as utility processes, and hands pages' ports to it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain, type MessagePortMain, utilityProcess } from 'electron';
import { errorText, type Language } from '../core/contract/index.ts';
import { channels } from './channels.ts';
import { type CoreSupervisor, superviseCore } from './core-supervisor.ts';
import { isOwnSender } from './guards.ts';
import { dialogWords } from './native-words.ts';
import { libraryOfPage } from './own-page.ts';
import { workerFile } from './worker-file.ts';

export function setUpCore(
  libraryDir: string,
  window: () => BrowserWindow | null,
  language: () => Language,
): CoreSupervisor<MessagePortMain> {
  const coreDir = join(import.meta.dirname, '..', 'core');
  const start = (file: string, serviceName: string, args: string[] = []) =>
    utilityProcess.fork(file, args, { serviceName, stdio: 'ignore' });
  const core = superviseCore<MessagePortMain>({
    startCore: () => start(join(import.meta.dirname, 'core-process.js'), '听鉴 core', [libraryDir]),
    startWorker(entry) {
      const file = workerFile(fileURLToPath(entry), coreDir);
      return file ? start(file, '听鉴 worker') : null;
    },
    onFailed(code, params, detail) {
      const text = code ? `${errorText(code, params, 'zh')}\n\n${errorText(code, params, 'en')}` : detail;
      dialog.showErrorBox(dialogWords.cannotStart[language()], text);
      app.exit(1);
    },
    onRestarted: () => window()?.webContents.send(channels.coreRestarted),
    clock: Date.now,
  });
  ipcMain.on(channels.corePort, (event) => {
    const [port] = event.ports;
    if (!port) return;
    if (isOwnSender(event, window())) core.connect(port, libraryOfPage(event.senderFrame?.url));
    else port.close();
  });
  return core;
}
