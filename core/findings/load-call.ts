import { type CallRow, storedCalls } from '../../db/index.ts';
import { Measures, measuresVersion } from '../audio/measures.ts';
import type { CoreContext } from '../context.ts';
import { remarksIn } from '../recordings/remarks.ts';
import type { Sentence } from '../transcripts/sentence.ts';
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
      endMissing: remarksIn(row.remarks, false).some(({ code }) => endsEarly.has(code)),
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
        : {
            timing: row.timing,
            speakersEstimated: row.speakers_estimated === 1,
            sentences: row.segments.map((segment) =>
              spoken(certain(toSentence(segment), row.speakers_estimated === 1)),
            ),
          },
    measures: row.measures === null ? null : readMeasures(row.measures),
  };
}

/** Remarks about a file whose end is not there. */
const endsEarly: ReadonlySet<string> = new Set(['SHORTER_THAN_CLAIMED', 'CUT_OFF']);

/** Nobody is judged by a voice that was taken for the agent's. */
const certain = (sentence: Sentence, estimated: boolean): Sentence =>
  estimated ? { ...sentence, speaker: 'unknown' } : sentence;

/** Measures that do not read as this version's count as none until they are made again. */
function readMeasures(data: string): Measures | null {
  return Measures.safeParse(JSON.parse(data)).data ?? null;
}
