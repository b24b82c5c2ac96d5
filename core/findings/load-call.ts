import { findCallFacts, findMeasures, findTranscript } from '../../db/index.ts';
import { Measures } from '../audio/measures.ts';
import type { CoreContext } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { toSentence } from '../transcripts/stored-sentence.ts';
import { type Call, spoken } from './call.ts';

/**
 * Everything that the library knows of a call.
 * @throws DomainError RECORDING_NOT_FOUND
 */
export async function loadCall({ library }: Pick<CoreContext, 'library'>, recordingId: string): Promise<Call> {
  const facts = await findCallFacts(library, recordingId);
  if (!facts) throw new DomainError('RECORDING_NOT_FOUND', { id: recordingId });
  const transcript = await findTranscript(library, recordingId);
  const measures = await findMeasures(library, recordingId);
  return {
    recording: {
      id: facts.id,
      durationS: facts.duration_ms === null ? null : facts.duration_ms / 1000,
      channels: facts.channels,
      agentChannel: facts.agent_channel,
      agentNo: facts.agent_no,
      direction: facts.direction,
    },
    callRecord: facts.call_record_id === null ? null : { ringSeconds: facts.ring_seconds, hangupBy: facts.hangup_by },
    transcript: transcript
      ? { timing: transcript.transcript.timing, sentences: transcript.segments.map((row) => spoken(toSentence(row))) }
      : null,
    measures: measures ? readMeasures(measures.data) : null,
  };
}

/** Measures of another version count as none until they are made again. */
function readMeasures(data: string): Measures | null {
  return Measures.safeParse(JSON.parse(data)).data ?? null;
}
