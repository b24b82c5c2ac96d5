/** Preview, start and the job read the same call-record file one after another: the last table is kept for a while. */
import { stat } from 'node:fs/promises';
import { type CdrTable, readCdrTable } from './cdr-table.ts';

export type ReadTable = typeof readCdrTable;

const keptMs = 60_000;

export function createTableCache(): ReadTable {
  let kept: { key: string; table: Promise<CdrTable> } | null = null;
  let timer: NodeJS.Timeout | undefined;
  return async (path, encoding) => {
    const facts = await stat(path).catch(() => null);
    const key = JSON.stringify([path, encoding, facts?.size, facts?.mtimeMs]);
    if (kept?.key !== key) kept = { key, table: readCdrTable(path, encoding) };
    const { table } = kept;
    clearTimeout(timer);
    timer = setTimeout(() => {
      kept = null;
    }, keptMs).unref();
    return table;
  };
}
