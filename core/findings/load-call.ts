import { type CallRow, storedCalls } from '../../db/index.ts';
import { Measures, measuresVersion } from '../audio/measures.ts';
import type { CoreContext } from '../context.ts';
import { toSentence } from '../transcripts/stored-sentence.ts';
import { type Call, spoken } from './call.ts';

export interface LoadedCall {
  call: Call;
  row: Pick<CallRow, 'file' | 'agent_no' | 'agent_name' | 'started_at'>;
}

/** Everything that the library knows of calls, in the order asked for; those that are no more are left out. */
export async function loadCalls(
  { library }: Pick<CoreContext, 'library'>,
  recordingIds: readonly string[],
): Promise<LoadedCall[]> {
  return (await storedCalls(library, recordingIds, measuresVersion)).map((row) => ({ row, call: toCall(row) }));
}

function toCall(row: CallRow): Call {
  return {
    recording: {
      id: row.id,
      durationS: row.duration_ms === null ? null : row.duration_ms / 1000,
      channels: row.channels,
      agentChannel: row.agent_channel,
      agentNo: row.agent_no,
      direction: row.direction,
      team: row.team,
      business: row.business,
    },
    callRecord:
      row.call_record_id === null
        ? null
        : {
            ringSeconds: row.ring_seconds,
            hangupBy: row.hangup_by,
            talkSeconds: row.talk_seconds,
            satisfaction: row.satisfaction,
            row: row.raw ?? '{}',
          },
    transcript:
      row.timing === null
        ? null
        : { timing: row.timing, sentences: row.segments.map((segment) => spoken(toSentence(segment))) },
    measures: row.measures === null ? null : readMeasures(row.measures),
  };
}

/** Measures that do not read as this version's count as none until they are made again. */
function readMeasures(data: string): Measures | null {
  return Measures.safeParse(JSON.parse(data)).data ?? null;
}
