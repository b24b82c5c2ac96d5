export interface Migration {
  /** Grows by 10; stored in `PRAGMA user_version`. A landed migration is never edited, reordered or removed. */
  version: number;
  name: string;
  sql: string;
}
