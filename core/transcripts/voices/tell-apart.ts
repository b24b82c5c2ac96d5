/** Who says what in a mono recording, as far as voices and words tell. */
import { join } from 'node:path';
import { recordingViews } from '../../../db/index.ts';
import type { CoreContext } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { separationFiles, separationFolder } from '../engines/separation-files.ts';
import type { HeardSentence, Transcriber } from '../engines/transcriber.ts';
import type { Sentence } from '../sentence.ts';
import { agentVoice } from './agent-voice.ts';
import { splitByVoice } from './split-by-voice.ts';

/** What is longer takes more memory than an office PC has, and its separation too long. Seconds. */
const longest = 2 * 3600;

/**
 * Sentences of one channel with their speakers; `unknown` where the models are not there, the separation failed, or the
 * words do not tell whose voice is whose.
 * @param heard in order
 * @throws DomainError CANCELLED
 */
export async function tellApart(
  context: CoreContext,
  transcriber: Transcriber,
  recording: { id: string; path: string },
  heard: readonly HeardSentence[],
  { threads, signal }: { threads: number; signal: AbortSignal },
): Promise<Sentence[]> {
  const said = heard.map(({ channel: _channel, ...sentence }) => sentence);
  const nobodys = said.map((sentence): Sentence => ({ ...sentence, speaker: 'unknown' }));
  const models = separationFiles(join(context.dirs.models, separationFolder));
  if (!models || said.length === 0 || said.at(-1)!.end > longest) return nobodys;
  try {
    const voiced = splitByVoice(
      said,
      await transcriber.separate({ path: recording.path, models, threads }, { signal }),
    );
    const [view] = await recordingViews(context.library, [recording.id]);
    const agent = agentVoice(voiced, view?.agentId ?? null);
    if (agent === null) return nobodys;
    return voiced.map(({ voice, ...sentence }) => ({
      ...sentence,
      speaker: voice === null ? 'unknown' : voice === agent ? 'agent' : 'customer',
    }));
  } catch (error) {
    if (signal.aborted || !(error instanceof DomainError) || error.code === 'CANCELLED') throw error;
    // The words are worth having all the same.
    const { code } = error;
    context.log.warn('the voices of a recording could not be told apart', { recording: recording.id, code });
    return nobodys;
  }
}
