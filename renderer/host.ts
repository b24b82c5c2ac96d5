/**
 * The Host: what the window's surroundings can do (dialogs, files, notifications, media URLs).
 * Apart from the domain contract on purpose. Optional members: absence is a type, not an error.
 */
import type { MenuItemModel, PickOptions } from '../core/contract/desktop.ts';
import { createElectronHost, type ElectronBridge } from './host-electron.ts';
import { createWebHost } from './host-web.ts';

export type { MenuItemModel, PickOptions };

/** Bytes on their way to the core; only the browser shell needs to send them. */
export type TransferProgress = (sent: number, total: number) => void;

export interface Host {
  kind: 'electron' | 'web';
  /** URL of a path below the media base, as the contract's audioUrl, peaksUrl and downloadUrl give it. */
  mediaUrl(path: string): string;
  /** File dialog. Resolves to paths that the core can read; empty when cancelled. */
  pick(options: PickOptions, onProgress?: TransferProgress, signal?: AbortSignal): Promise<string[]>;
  /** Paths of what was dropped on the window, folders included. */
  dropped(data: DataTransfer, onProgress?: TransferProgress, signal?: AbortSignal): Promise<string[]>;
  /** Save a file that the core wrote: shown in its folder (desktop) or downloaded (browser). */
  deliver(file: { path: string; downloadUrl: string }): Promise<void>;
  pickOutputFolder?(): Promise<string | null>;
  revealInFolder?(path: string): Promise<void>;
  notify?(title: string, body: string): void;
  /** Taskbar progress 0…1; null clears it. */
  setProgress?(fraction: number | null): void;
  setMenu?(model: MenuItemModel[]): void;
  onMenuCommand?(listener: (command: string) => void): () => void;
  /** Paths given to a second launch or by file association. */
  onOpenPaths?(listener: (paths: string[]) => void): () => void;
}

declare global {
  interface Window {
    /** Put there by electron/preload.ts; absent in a browser. */
    tingjian?: ElectronBridge;
  }
}

export const host: Host = window.tingjian ? createElectronHost(window.tingjian) : createWebHost();
