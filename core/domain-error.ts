import type { ErrorCode, ErrorParams } from './contract/index.ts';
import { errorText } from './contract/index.ts';

/** An expected error: a code of the contract and what its text is filled with. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(errorText(code, params, 'en'), options);
    this.name = 'DomainError';
    this.code = code;
    this.params = params;
  }
}

/**
 * Names what the operating system or SQLite refused; anything else comes back unchanged.
 * @param path the file or folder the work was about
 */
export function fromSystemError(error: unknown, path: string): unknown {
  if (error instanceof DomainError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return error;
  if (code === 'ENOENT') return new DomainError('FILE_NOT_FOUND', { file: path }, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY')
    return new DomainError('FILE_UNREADABLE', { file: path }, { cause: error });
  // SHMSIZE: no room for the index of the write-ahead log.
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE')
    return new DomainError('DISK_FULL', { path }, { cause: error });
  if (code === 'EROFS' || code.startsWith('SQLITE_READONLY'))
    return new DomainError('LIBRARY_READ_ONLY', { path }, { cause: error });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new DomainError('LIBRARY_BUSY', { path }, { cause: error });
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
    return new DomainError('LIBRARY_DAMAGED', { path, detail: String(code) }, { cause: error });
  return error;
}
