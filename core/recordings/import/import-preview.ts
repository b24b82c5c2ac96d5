/** Looking before importing: files, patterns and call-record columns. */

import { basename } from 'node:path';
import { recall } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import type { CdrMapping } from '../../contract/index.ts';
import type { ServiceOf } from '../../service.ts';
import { hideNumber } from '../../text/hide-number.ts';
import { maskSensitive } from '../../text/sensitive.ts';
import { maskPhone } from '../mask-phone.ts';
import { callNames } from './call-sides.ts';
import { guessMapping, missingFields } from './cdr-headers.ts';
import { readCdrTable } from './cdr-table.ts';
import { assertAudio, discoverFiles } from './discover-files.ts';
import { beside } from './left-out.ts';
import { mappingFor } from './load-call-records.ts';
import { type NamePattern, parsePattern, stemOf } from './name-pattern.ts';
import { countPlausible, matchPlausibly, recognisePatterns } from './recognise-pattern.ts';
import { type ImportScheme, ownFolders, schemeName } from './start-import.ts';
import type { ReadTable } from './table-cache.ts';

const shownNames = 20;
const shownRows = 20;
/** Spreadsheets that are looked into for call-record columns. */
const openedTables = 10;

export function createImportPreview(
  context: CoreContext,
  readTable: ReadTable,
): Pick<ServiceOf<'imports'>, 'scan' | 'previewPattern' | 'previewCdr'> {
  const { db } = context.library;
  return {
    async scan({ paths }) {
      const found = await discoverFiles(paths, ownFolders(context));
      assertAudio(found, paths);
      const files = callNames(found.audio.map(({ path }) => path));
      const tables = beside(files, found.callRecords);
      const scheme = (await recall(db, 'import-scheme', schemeName(paths))) as ImportScheme | undefined;
      const preferred = scheme?.pattern || (await context.settings.get()).importPattern;
      const recognised = recognisePatterns(files.map(stemOf));
      const others = recognised.filter((pattern) => pattern.source !== preferred);
      const patterns = preferred ? [parsePattern(preferred), ...others] : others;
      return {
        audioFiles: files.length,
        totalBytes: found.audio.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
        transcriptFiles: beside(files, found.transcripts).length + tables.length,
        cdrFiles: await callRecordFiles(found.callRecords.filter((path) => !tables.includes(path))),
        patterns: patterns.map((pattern) => ({ pattern: pattern.source, matched: countMatches(pattern, files) })),
        samples: files.slice(0, shownNames).map((path) => sample(patterns[0] ?? null, path)),
        known: scheme !== undefined,
      };
    },
    async previewPattern({ paths, pattern: source }) {
      const pattern = parsePattern(source);
      const { audio } = await discoverFiles(paths, ownFolders(context));
      const files = callNames(audio.map(({ path }) => path));
      return {
        matched: countMatches(pattern, files),
        total: files.length,
        samples: files.slice(0, shownNames).map((path) => sample(pattern, path)),
      };
    },
    async previewCdr({ path, encoding, mapping: given }) {
      const table = await readTable(path, encoding);
      const { mapping, remembered } = await mappingFor(db, table, given);
      return {
        encoding: table.encoding,
        headers: table.headers,
        rows: table.rows
          .slice(0, shownRows)
          .map(({ cells }) => cells.map((cell, column) => shownCell(cell, column, mapping))),
        rowCount: table.rows.length,
        mapping,
        missing: missingFields(mapping),
        remembered,
      };
    },
  };
}

function countMatches(pattern: NamePattern, files: readonly string[]): number {
  return countPlausible(pattern, files.map(stemOf));
}

function sample(pattern: NamePattern | null, path: string) {
  const fields = pattern && matchPlausibly(pattern, stemOf(path));
  const { phone } = fields ?? {};
  return {
    file: hideNumber(basename(path), phone ?? null),
    matched: fields !== null,
    fields: { ...fields, ...(phone === undefined ? {} : { phone: maskPhone(phone) }) },
  };
}

/** Numbers are hidden before they are stored too. */
function shownCell(cell: string, column: number, { phone, caller, callee }: CdrMapping): string {
  return maskSensitive([phone, caller, callee].includes(column) ? maskPhone(cell) : cell);
}

/** Those with the most rows first. */
async function callRecordFiles(paths: readonly string[]): Promise<string[]> {
  const found: { path: string; rows: number }[] = [];
  for (const path of paths.slice(0, openedTables)) {
    const table = await readCdrTable(path).catch(() => null);
    const usable = table && missingFields(table.guessed ?? guessMapping(table.headers)).length === 0;
    if (usable && table.rows.length > 0) found.push({ path, rows: table.rows.length });
  }
  return found.sort((a, b) => b.rows - a.rows).map(({ path }) => path);
}
