/** The browser's Host: files travel to the core's inbox by PUT /upload/<batch>/<relative path>. */
import { libraryBase } from '../core/contract/index.ts';
import type { Host, PickOptions, TransferProgress } from './host.ts';

/** Below which the library of this page answers. */
const base = libraryBase(location.pathname);

interface Outgoing {
  file: File;
  /** Path below the dropped or chosen folder. */
  relative: string;
}

export function createWebHost(): Host {
  return {
    kind: 'web',
    mediaUrl: (path) => `${base}media/${path}`,
    async pick(options, onProgress, signal) {
      const files = await chooseFiles(options);
      return upload(
        files.map((file) => ({ file, relative: file.webkitRelativePath || file.name })),
        onProgress,
        signal,
      );
    },
    async dropped(data, onProgress, signal) {
      const entries = Array.from(data.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
      // Read at once: what was dropped is taken away when the event is over. What comes without entries is no folder.
      const loose = Array.from(data.files, (file) => ({ file, relative: file.name }));
      const files =
        entries.length === 0 ? loose : (await Promise.all(entries.map((entry) => filesOf(entry, '')))).flat();
      return upload(files, onProgress, signal);
    },
    async deliver(file) {
      const link = document.createElement('a');
      link.href = `${base}media/${file.downloadUrl}`;
      link.download = '';
      link.click();
    },
  };
}

function chooseFiles(options: PickOptions): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = options.multiple ?? true;
  input.webkitdirectory = options.folder ?? false;
  if (options.accept) input.accept = options.accept.join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

async function filesOf(entry: FileSystemEntry, folder: string): Promise<Outgoing[]> {
  const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, relative }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Outgoing[] = [];
  // readEntries yields at most 100 at a time, and an empty list at the end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return found;
    for (const child of batch) found.push(...(await filesOf(child, relative)));
  }
}

/** @returns the path of each top-level thing that was sent, as the core sees it */
async function upload(files: Outgoing[], onProgress?: TransferProgress, signal?: AbortSignal): Promise<string[]> {
  if (files.length === 0) return [];
  const batch = crypto.randomUUID();
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  let sent = 0;
  const roots = new Set<string>();
  for (const { file, relative } of files) {
    const target = relative.split('/').map(encodeURIComponent).join('/');
    const response = await fetch(`${base}upload/${batch}/${target}`, {
      method: 'PUT',
      body: file,
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw new UploadError(file.name, response.status);
    const { root } = (await response.json()) as { root: string };
    roots.add(root);
    sent += file.size;
    onProgress?.(sent, total);
  }
  return [...roots];
}

export class UploadError extends Error {
  readonly file: string;
  readonly status: number;
  constructor(file: string, status: number) {
    super(`upload of ${file} failed with ${status}`);
    this.file = file;
    this.status = status;
  }
}
