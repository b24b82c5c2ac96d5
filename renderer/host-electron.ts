import type { DesktopBridge } from '../core/contract/desktop.ts';
import type { Host } from './host.ts';

/** What electron/preload.ts exposes. */
export type ElectronBridge = DesktopBridge<File>;

export function createElectronHost(bridge: ElectronBridge): Host {
  return {
    kind: 'electron',
    mediaUrl: (path) => bridge.mediaBase + path,
    pick: (options) => bridge.pick(options),
    dropped: async (data) => Array.from(data.files, (file) => bridge.pathOf(file)).filter((path) => path !== ''),
    deliver: (file) => bridge.revealInFolder(file.path),
    pickOutputFolder: () => bridge.pickOutputFolder(),
    revealInFolder: (path) => bridge.revealInFolder(path),
    notify: (title, body) => bridge.notify(title, body),
    setProgress: (fraction) => bridge.setProgress(fraction),
    setMenu: (model) => bridge.setMenu(model, document.documentElement.lang),
    onMenuCommand: (listener) => bridge.onMenuCommand(listener),
    onOpenPaths: (listener) => bridge.onOpenPaths(listener),
  };
}
