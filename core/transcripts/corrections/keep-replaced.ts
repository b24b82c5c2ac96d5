/** Corrected transcripts that give way to another one are kept whole, and can be brought back. */
import {
  bringBackReplaced,
  correctedTranscript,
  type Db,
  keepReplaced,
  replacedTranscripts,
} from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import type { ReplacedTranscript } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import { indexGrams } from '../search-index.ts';
import { maskedTexts } from '../stored-sentence.ts';

type Context = Pick<CoreContext, 'library' | 'settings' | 'audit' | 'clock' | 'newId'>;

/** For `replaceTranscript`, where a person agreed that corrections give way. */
export function setAside(context: Context, recordingId: string): (trx: Db) => Promise<void> {
  return async (trx) => {
    const id = await keep(context, recordingId, trx);
    await context.audit.write('transcript.replace-corrected', recordingId, { kept: id }, trx);
  };
}

async function keep({ settings, clock, newId }: Context, recordingId: string, trx: Db): Promise<string> {
  const id = newId();
  const { inspector } = await settings.get(trx);
  await keepReplaced(trx, { id, recording_id: recordingId, replaced_at: clock(), who: inspector });
  return id;
}

export async function listReplaced(db: Db, recordingId: string): Promise<ReplacedTranscript[]> {
  return (await replacedTranscripts(db, recordingId)).map(({ id, replaced_at, who, content }) => ({
    id,
    source: content.transcript.source,
    engine: content.transcript.engine,
    sentences: content.segments.length,
    corrections: content.originals.length,
    replacedAt: replaced_at,
    replacedBy: who,
  }));
}

/**
 * Puts a kept transcript back; the one that stands is kept in its place.
 * @throws DomainError TRANSCRIPT_MISSING
 */
export async function bringBack(context: Context, recordingId: string, replacedId: string): Promise<void> {
  await context.library.db.transaction().execute(async (trx) => {
    const kept = (await replacedTranscripts(trx, recordingId)).find(({ id }) => id === replacedId);
    if (!kept) throw new DomainError('TRANSCRIPT_MISSING', { file: replacedId });
    if (await correctedTranscript(trx, recordingId)) await keep(context, recordingId, trx);
    const { segments } = kept.content;
    const texts = maskedTexts(segments);
    const index = segments.map(({ id }, at) => ({ id, grams: indexGrams(texts[at]!) }));
    await bringBackReplaced(trx, kept, index, context.clock());
    await context.audit.write('transcript.bring-back', recordingId, { kept: replacedId }, trx);
  });
}
