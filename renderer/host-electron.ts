import type { Host, MenuItemModel, PickOptions } from './host.ts';

/** What electron/preload.ts exposes: one function per thing, no raw channel. */
export interface ElectronBridge {
  /** Base of the media protocol, such as "media://library/". */
  mediaBase: string;
  /** Hands a port over to the core process. */
  connect(port: MessagePort): void;
  /** The core process was restarted: a new port is wanted. */
  onCoreRestarted(listener: () => void): () => void;
  pick(options: PickOptions): Promise<string[]>;
  pickOutputFolder(): Promise<string | null>;
  pathOf(file: File): string;
  revealInFolder(path: string): Promise<void>;
  notify(title: string, body: string): void;
  setProgress(fraction: number | null): void;
  setMenu(model: MenuItemModel[]): void;
  onMenuCommand(listener: (command: string) => void): () => void;
  onOpenPaths(listener: (paths: string[]) => void): () => void;
}

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
    setMenu: (model) => bridge.setMenu(model),
    onMenuCommand: (listener) => bridge.onMenuCommand(listener),
    onOpenPaths: (listener) => bridge.onOpenPaths(listener),
  };
}
