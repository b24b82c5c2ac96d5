/** Why a library's database cannot be opened; the core turns it into a domain error. */
export class OpenError extends Error {
  readonly kind: 'newer' | 'damaged' | 'read-only' | 'busy' | 'full' | 'missing';
  /** Schema version of the file; 0 when it does not matter. */
  readonly found: number;
  constructor(kind: OpenError['kind'], detail: string, found = 0) {
    super(detail);
    this.name = 'OpenError';
    this.kind = kind;
    this.found = found;
  }
}

const kinds: readonly [prefix: string, kind: OpenError['kind']][] = [
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  // No room for the index of the write-ahead log, which even reading needs.
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_CANTOPEN', 'missing'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
];

/** Names what SQLite or the operating system refused; anything else comes back unchanged. */
export function asOpenError(error: unknown): unknown {
  if (error instanceof OpenError) return error;
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const kind = kinds.find(([prefix]) => code.startsWith(prefix))?.[1];
  return kind ? new OpenError(kind, error instanceof Error ? error.message : code) : error;
}
