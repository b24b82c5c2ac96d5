/** The desktop Host's other half: answers what the preload exposes, to our own page only. */
import {
  type BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  Menu,
  Notification,
  shell,
} from 'electron';
import { z } from 'zod';
import type { PickOptions } from '../core/contract/desktop.ts';
import type { Language } from '../core/contract/index.ts';
import { channels } from './channels.ts';
import { isOwnSender } from './guards.ts';
import { menuModel, menuTemplate } from './menu-template.ts';
import { dialogWords } from './native-words.ts';
import { bringToFront } from './windows.ts';

const pickOptions: z.ZodType<PickOptions> = z.object({
  folder: z.boolean().optional(),
  multiple: z.boolean().optional(),
  accept: z
    .array(z.string().regex(/^\.\w{1,10}$/))
    .max(100)
    .optional(),
});
const progress = z.number().min(0).max(1).nullable();
const notice = z.tuple([z.string().max(200), z.string().max(1000)]);

export interface HostState {
  window(): BrowserWindow | null;
  language: Language;
  /** Paths that wait for a page to take them. */
  openPaths: string[];
}

export function setUpHost(state: HostState): void {
  handle(state, channels.pick, (window, options) => pick(window, pickOptions.parse(options), state.language));
  handle(state, channels.pickOutputFolder, async (window) => {
    const title = dialogWords.outputFolder[state.language];
    const chosen = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
    return chosen.filePaths[0] ?? null;
  });
  handle(state, channels.revealInFolder, async (_window, path) =>
    shell.showItemInFolder(z.string().max(4096).parse(path)),
  );
  listen(state, channels.setProgress, (window, fraction) => window.setProgressBar(progress.parse(fraction) ?? -1));
  listen(state, channels.notify, (window, ...words) => notify(window, ...notice.parse(words)));
  listen(state, channels.setMenu, (window, model, language) => {
    state.language = String(language).toLowerCase().startsWith('zh') ? 'zh' : 'en';
    const choose = (command: string) => window.webContents.send(channels.menuCommand, command);
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menuModel.parse(model), state.language, choose)));
  });
  listen(state, channels.openPathsWanted, (window) => {
    if (state.openPaths.length > 0) window.webContents.send(channels.openPaths, state.openPaths.splice(0));
  });
}

function handle(
  state: HostState,
  channel: string,
  answer: (window: BrowserWindow, ...args: unknown[]) => Promise<unknown>,
): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...args: unknown[]) => {
    const window = state.window();
    if (!window || !isOwnSender(event, window)) throw new Error('refused');
    return answer(window, ...args);
  });
}

function listen(state: HostState, channel: string, receive: (window: BrowserWindow, ...args: unknown[]) => void): void {
  ipcMain.on(channel, (event: IpcMainEvent, ...args: unknown[]) => {
    const window = state.window();
    if (window && isOwnSender(event, window)) receive(window, ...args);
  });
}

async function pick(window: BrowserWindow, options: PickOptions, language: Language): Promise<string[]> {
  const multiple = (options.multiple ?? true) ? ['multiSelections' as const] : [];
  const extensions = options.accept?.map((extension) => extension.slice(1)) ?? [];
  const filters = [
    ...(extensions.length > 0 ? [{ name: dialogWords.allowedFiles[language], extensions }] : []),
    { name: dialogWords.allFiles[language], extensions: ['*'] },
  ];
  const chosen = await dialog.showOpenDialog(window, {
    title: dialogWords.pickFiles[language],
    properties: [options.folder ? 'openDirectory' : 'openFile', ...multiple],
    ...(options.folder ? {} : { filters }),
  });
  return chosen.canceled ? [] : chosen.filePaths;
}

/** Only when the user is elsewhere; a click brings the window back. */
function notify(window: BrowserWindow, title: string, body: string): void {
  if (window.isFocused() || !Notification.isSupported()) return;
  const shown = new Notification({ title, body });
  shown.on('click', () => bringToFront(window));
  shown.show();
}
