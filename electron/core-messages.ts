/** What main and the core process tell each other. Calls of the page do not pass here: they have their own port. */
import type { ErrorCode, ErrorParams, LibraryName } from '../core/contract/index.ts';
import type { MediaFile } from '../core/media/resolve.ts';

export type ToCore =
  /** Comes with one MessagePort of a page that shows this library. */
  | { type: 'port'; library: LibraryName }
  | { type: 'resolve-media'; request: number; library: LibraryName; path: string }
  | { type: 'worker-message'; worker: number; message: unknown }
  | { type: 'worker-exit'; worker: number; code: number | null }
  | { type: 'close' };

export type FromCore =
  | { type: 'ready' }
  /** The library cannot be opened; null code = unexpected, see the log. */
  | { type: 'failed'; code: ErrorCode | null; params: ErrorParams; detail: string }
  | { type: 'media'; request: number; file: MediaFile | null }
  | { type: 'spawn-worker'; worker: number; entry: string }
  | { type: 'post-to-worker'; worker: number; message: unknown }
  | { type: 'kill-worker'; worker: number }
  | { type: 'closed' };
