/** Files that an import does not take, by kind and by names without customers' numbers. */
import { basename, resolve } from 'node:path';
import { type LeftOut, LeftOutKind } from '../../contract/index.ts';
import { maskFileName } from '../../text/hide-number.ts';
import type { Discovered } from './discover-files.ts';
import { stemOf } from './name-pattern.ts';

const keptNames = 200;

/** Of files by whose extension they may be transcripts, those that bear a recording's name. */
export function beside(audio: readonly string[], files: readonly string[]): string[] {
  const names = new Set(
    audio.flatMap((path) => [path, path.slice(0, path.length - (basename(path).length - stemOf(path).length))]),
  );
  return files.filter((path) => names.has(path.slice(0, path.lastIndexOf('.'))));
}

/**
 * @param cdr path of the call records that were chosen
 * @param recordings whose transcripts are taken
 * @param mixes recordings of both sides that are taken side by side instead
 */
export function leftOutOf(
  found: Discovered,
  cdr: string | undefined,
  recordings: readonly string[],
  mixes: readonly string[],
): LeftOut[] {
  const documents = found.leftOut.flatMap(({ path }) => (/\.docx$/i.test(path) ? [path] : []));
  const taken = new Set(beside(recordings, [...found.transcripts, ...found.callRecords, ...documents]));
  if (cdr !== undefined) taken.add(resolve(cdr));
  const rest = (paths: readonly string[]) => paths.filter((path) => !taken.has(path));
  const byKind = Map.groupBy(found.leftOut, ({ kind }) => kind);
  return LeftOutKind.options.flatMap((kind) => {
    const paths = [
      ...rest((byKind.get(kind) ?? []).map(({ path }) => path)),
      ...(kind === 'call-records' ? rest(found.callRecords) : []),
      ...(kind === 'transcript' ? rest(found.transcripts) : []),
      ...(kind === 'mix' ? mixes : []),
    ];
    const files = paths.slice(0, keptNames).map((path) => maskFileName(basename(path)));
    return paths.length === 0 ? [] : [{ kind, count: paths.length, files }];
  });
}
