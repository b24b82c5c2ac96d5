export interface Migration {
  /** Grows; stored in `PRAGMA user_version`. A landed migration is never edited, reordered or removed. */
  version: number;
  name: string;
  sql: string;
}
