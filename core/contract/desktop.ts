/**
 * The desktop Host: what electron/preload.ts exposes to the page, and the page relies on. Not part of the domain
 * contract. `FileLike` is the page's File, which this room does not know.
 */

export interface PickOptions {
  /** Choose folders instead of files. */
  folder?: boolean;
  multiple?: boolean;
  /** Extensions with their dot: ['.csv', '.xlsx']. */
  accept?: string[];
}

export interface MenuItemModel {
  /** Command id; absent for a separator or a submenu. */
  command?: string;
  label?: string;
  /** Electron accelerator, such as "CmdOrCtrl+Enter". Shown only: the page's dispatcher handles the key. */
  accelerator?: string;
  enabled?: boolean;
  /** Native role with its label given by us: role menus stay English elsewhere. */
  role?: string;
  separator?: boolean;
  items?: MenuItemModel[];
}

/** One function per thing, no raw channel. */
export interface DesktopBridge<FileLike> {
  /** Base of media URLs, with a slash at its end. */
  mediaBase: string;
  /** The core process was restarted: a new port is wanted. */
  onCoreRestarted(listener: () => void): () => void;
  pick(options: PickOptions): Promise<string[]>;
  pickOutputFolder(): Promise<string | null>;
  pathOf(file: FileLike): string;
  revealInFolder(path: string): Promise<void>;
  notify(title: string, body: string): void;
  /** Taskbar progress 0…1; null clears it. */
  setProgress(fraction: number | null): void;
  /** The window's menu, and the language of every native word. */
  setMenu(model: MenuItemModel[], language: string): void;
  onMenuCommand(listener: (command: string) => void): () => void;
  /** Paths given at launch, to a second launch or by file association. */
  onOpenPaths(listener: (paths: string[]) => void): () => void;
}

/**
 * A port cannot cross the bridge: the page posts this to its own window with the port attached, and the preload
 * hands it on.
 */
export const PORT_HANDOVER = 'tingjian:core-port';
