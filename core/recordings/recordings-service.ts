/** The library: lists, single recordings, corrections, removal. */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import {
  moveRecording,
  phonesOf,
  type RecordingView,
  recordingFacets,
  recordingIds,
  recordingTotals,
  recordingViews,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { CallFacts } from '../contract/index.ts';
import { DomainError, fromSystemError } from '../domain-error.ts';
import { sha256OfFile } from '../media/file-hash.ts';
import type { ServiceOf } from '../service.ts';
import { correctCalls, takeBackCorrections } from './correct-calls.ts';
import { criteriaOf } from './recording-criteria.ts';
import { toDetail, toRow } from './recording-row.ts';
import { removeRecordings } from './remove-recordings.ts';
import { sayAgentSide } from './say-agent-side.ts';

/** Most ids that `ids` gives. */
const reach = 5000;
/** More than any library holds. */
const everything = 1_000_000_000;
/** An audit entry about many recordings names this many of them, and counts all. */
const named = 1000;

/** @param deps.onCorrected told of recordings whose metadata a person corrected */
export function createRecordings(
  context: CoreContext,
  deps: { onCorrected?: (recordingIds: readonly string[]) => Promise<void> } = {},
): ServiceOf<'recordings'> {
  const { library } = context;

  const view = async (id: string): Promise<RecordingView> => {
    const [found] = await recordingViews(library, [id]);
    if (!found) throw new DomainError('RECORDING_NOT_FOUND', { id });
    return found;
  };
  const detail = async (id: string) => {
    const found = await view(id);
    return toDetail(found, await isFile(found.path));
  };

  /** What rests on the facts of these calls follows. */
  const follow = async (changed: CallFacts[]) => {
    context.events.changed('recordings');
    await deps.onCorrected?.(changed.map(({ id }) => id));
    return { changed };
  };

  return {
    async list({ filter, sort, offset, limit }) {
      const criteria = await criteriaOf(library, filter, (await context.settings.get()).timeZone);
      const totals = await recordingTotals(library, criteria);
      const ids = await recordingIds(library, criteria, sort, { offset, limit });
      return { ...totals, rows: (await recordingViews(library, ids)).map(toRow) };
    },

    async ids({ filter, sort, around }) {
      const criteria = await criteriaOf(library, filter, (await context.settings.get()).timeZone);
      if (around === undefined) return recordingIds(library, criteria, sort, { offset: 0, limit: reach });
      const all = await recordingIds(library, criteria, sort, { offset: 0, limit: everything });
      const place = all.indexOf(around);
      const from = Math.max(0, Math.min(place - reach / 2, all.length - reach));
      return all.slice(from, from + reach);
    },

    async facets({ filter }) {
      return recordingFacets(library, await criteriaOf(library, filter, (await context.settings.get()).timeZone));
    },

    async get({ id }) {
      return detail(id);
    },

    async revealPhone({ id }) {
      const { phone } = await view(id);
      // Written first: a number that could not be accounted for is not shown.
      if (phone !== null) await context.audit.write('recording.reveal-phone', id);
      return { phone };
    },

    async revealPhones({ ids }) {
      const phones = await phonesOf(library, ids);
      const shown = [...phones].filter(([, phone]) => phone !== null).map(([id]) => id);
      if (shown.length > 0)
        await context.audit.write('recording.reveal-phones', null, { count: shown.length, ids: shown.slice(0, named) });
      return Object.fromEntries(phones);
    },

    async relocate({ id, path }, { signal }) {
      const { sha256, path: from } = await view(id);
      const place = resolve(path);
      const { mtimeMs } = await checkSame(place, sha256, signal);
      await moveRecording(library, id, { path: place, file: basename(place), mtimeMs: Math.trunc(mtimeMs) });
      await context.audit.write('recording.relocate', id, { from, to: place });
      context.events.changed('recordings');
      return detail(id);
    },

    async correct({ ids, change }) {
      return follow(await correctCalls(context, ids, change));
    },

    async takeBack({ before }) {
      return follow(await takeBackCorrections(context, before));
    },

    async setAgentSide({ ids, side }) {
      const changed = await sayAgentSide(context, ids, side);
      if (changed.length > 0) {
        context.events.changed('recordings');
        context.events.changed('transcripts');
        await deps.onCorrected?.(changed.map(({ id }) => id));
      }
      return { changed };
    },

    async remove({ ids }) {
      const removed = await removeRecordings(context, ids);
      for (const topic of ['recordings', 'transcripts', 'findings', 'reviews', 'clips'] as const)
        context.events.changed(topic);
      return { removed };
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

async function checkSame(path: string, sha256: string, signal: AbortSignal | undefined): Promise<{ mtimeMs: number }> {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw new DomainError('FILE_NOT_FOUND', { file: path });
    if ((await sha256OfFile(path, signal)) !== sha256)
      throw new DomainError('RECORDING_FILE_CHANGED', { file: basename(path) });
    return info;
  } catch (error) {
    throw fromSystemError(error, path);
  }
}
