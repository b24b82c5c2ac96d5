/**
 * Brings the search index of a library to the rule of this program: sentences that were indexed by an older one may be
 * found by numbers that are hidden today. A job of its own lane: it shows how far it is, can be paused, and goes on where
 * it was interrupted.
 */
import { setImmediate } from 'node:timers/promises';
import {
  countTranscripts,
  indexState,
  mergeIndex,
  newestJob,
  reindexSegments,
  sentencesOf,
  setIndexState,
  transcriptsAfter,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { JobRun } from '../jobs/job-run.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import { indexGrams, indexRule } from '../transcripts/search-index.ts';
import { maskedTexts } from '../transcripts/stored-sentence.ts';

/** Transcripts in one commit: some thousandths of a second each, so that nobody else waits long. */
const together = 10;
/** Pages of the index file that are tidied at once. */
const pages = 50;

export interface Reindexing {
  /** Begins where the library was indexed by another rule. To be called before unfinished jobs are resumed. */
  begin(): Promise<void>;
}

/** @param rule the rule to index by; another one in tests */
export function createReindexing(
  { library, log, clock }: Pick<CoreContext, 'library' | 'log' | 'clock'>,
  { jobs, rule = indexRule }: { jobs: Jobs; rule?: number },
): Reindexing {
  const { db } = library;

  /** The place to go on from; null: nothing is to be done. */
  async function place(): Promise<string | null> {
    const state = await indexState(db);
    return state?.rule === rule ? state.after : '';
  }

  /** @returns the last transcript that was indexed; null: there are no more */
  const indexSome = (after: string): Promise<string | null> =>
    db.transaction().execute(async (trx) => {
      const ids = await transcriptsAfter(trx, after, together);
      for (const id of ids) {
        const sentences = await sentencesOf(trx, id);
        const texts = maskedTexts(sentences);
        await reindexSegments(
          trx,
          sentences.map(({ id: sentence }, at) => ({ id: sentence, grams: indexGrams(texts[at]!) })),
        );
      }
      const last = ids.at(-1) ?? null;
      if (last !== null) await setIndexState(trx, { rule, after: last });
      return last;
    });

  async function run(job: JobRun): Promise<void> {
    let after = await place();
    if (after === null) return;
    const total = await countTranscripts(db);
    const before = await countTranscripts(db, { upTo: after });
    const startedAt = clock();
    for (let done = before; ; done = Math.min(total, done + together)) {
      const left = done === before ? null : Math.round(((clock() - startedAt) / (done - before)) * (total - done));
      job.estimate(total === 0 ? 1 : done / total, left);
      const last: string | null = await indexSome(after);
      if (last === null) break;
      after = last;
      await setImmediate();
      if (job.signal.aborted) return;
    }
    for (let more = await mergeIndex(db, pages, 'begin'); more; more = await mergeIndex(db, pages, 'go on')) {
      await setImmediate();
      if (job.signal.aborted) return;
    }
    await setIndexState(db, { rule, after: null });
  }
  jobs.define('reindex', run);

  return {
    async begin() {
      try {
        if ((await place()) === null) return;
        if ((await countTranscripts(db)) === 0) return await setIndexState(db, { rule, after: null });
        // One that a person paused stays so; one that was interrupted is resumed.
        if (await newestJob(db, { kind: 'reindex', label: '' }, ['queued', 'running', 'paused'])) return;
        await jobs.create({ kind: 'reindex', label: '', payload: {}, items: [] });
      } catch (error) {
        // A library on a full disk, say: it can still be read.
        log.error('the search index was not brought up to date', error);
      }
    },
  };
}
