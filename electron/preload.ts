/** Runs sandboxed beside the page. Exposes the desktop Host and hands MessagePorts over; nothing else crosses. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { type DesktopBridge, PORT_HANDOVER } from '../core/contract/desktop.ts';
import { channels } from './channels.ts';
import { mediaBase, PAGE_ORIGIN } from './own-page.ts';

/** The event object stays here: it would give the page Electron's own API. */
function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const receive = (_event: IpcRendererEvent, value: T) => listener(value);
  ipcRenderer.on(channel, receive);
  return () => ipcRenderer.off(channel, receive);
}

const bridge: DesktopBridge<File> = {
  mediaBase: mediaBase(location.pathname),
  onCoreRestarted: (listener) => listen<void>(channels.coreRestarted, () => listener()),
  pick: (options) => ipcRenderer.invoke(channels.pick, options),
  pickOutputFolder: () => ipcRenderer.invoke(channels.pickOutputFolder),
  pathOf: (file) => webUtils.getPathForFile(file),
  revealInFolder: (path) => ipcRenderer.invoke(channels.revealInFolder, path),
  notify: (title, body) => ipcRenderer.send(channels.notify, title, body),
  setProgress: (fraction) => ipcRenderer.send(channels.setProgress, fraction),
  setMenu: (model, language) => ipcRenderer.send(channels.setMenu, model, language),
  onMenuCommand: (listener) => listen<string>(channels.menuCommand, listener),
  onOpenPaths(listener) {
    const stop = listen<string[]>(channels.openPaths, listener);
    ipcRenderer.send(channels.openPathsWanted);
    return stop;
  },
};

contextBridge.exposeInMainWorld('tingjian', bridge);

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== PAGE_ORIGIN || event.data !== PORT_HANDOVER) return;
  const [port] = event.ports;
  if (port) ipcRenderer.postMessage(channels.corePort, null, [port]);
});
