import { type CallRow, storedCalls } from '../../db/index.ts';
import { Measures, measuresVersion } from '../audio/measures.ts';
import type { CoreContext } from '../context.ts';
import { remarksIn } from '../recordings/remarks.ts';
import type { Sentence } from '../transcripts/sentence.ts';
import { toSentence } from '../transcripts/stored-sentence.ts';
import { type AgentSide, decideAgentSide, type SidedCall } from './agent-side/decide.ts';
import { type Call, spoken } from './call.ts';

export interface LoadedCall {
  call: Call;
  /** Of a call whose sides were decided anew: what is to be stored, null where that is what is stored. */
  side: AgentSide | null;
  row: Pick<CallRow, 'file' | 'agent_no' | 'agent_name' | 'started_at'>;
}

/**
 * Everything that the library knows of calls, in the order asked for; those that are no more are left out.
 * @param decide decides anew which channel is the agent's, unless a person said so
 */
export async function loadCalls(
  { library, settings }: Pick<CoreContext, 'library' | 'settings'>,
  recordingIds: readonly string[],
  { decide = false } = {},
): Promise<LoadedCall[]> {
  const { agentSide } = await settings.get();
  return (await storedCalls(library, recordingIds, measuresVersion)).map((row) => {
    const measures = row.measures === null ? null : readMeasures(row.measures);
    const stored: AgentSide = { channel: row.agent_channel, from: row.agent_channel_from };
    const side = decide && stored.from !== 'person' ? decideAgentSide(sidedCall(row, measures), agentSide) : stored;
    const isNew = side.channel !== stored.channel || side.from !== stored.from;
    return { row, call: toCall(row, side, measures), side: isNew ? side : null };
  });
}

function sidedCall(row: CallRow, measures: Measures | null): SidedCall {
  return {
    channels: row.channels,
    direction: row.direction,
    agentNo: row.agent_no,
    recordRow: row.raw ?? undefined,
    transcript:
      row.timing === null || row.speakers_estimated === 1
        ? null
        : {
            timing: row.timing,
            speakersBy: row.speakers_by ?? 'labels',
            agentChannel: row.speakers_channel,
            sentences: row.segments.map((segment) => spoken(toSentence(segment))),
          },
    measures,
  };
}

function toCall(row: CallRow, side: AgentSide, measures: Measures | null): Call {
  return {
    recording: {
      id: row.id,
      durationS: row.duration_ms === null ? null : row.duration_ms / 1000,
      channels: row.channels,
      agentChannel: side.channel,
      agentChannelFrom: side.from,
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
            speakersByChannel: row.speakers_by === 'channels',
            sentences: row.segments.map((segment) => spoken(speakerNow(toSentence(segment), row, side))),
          },
    measures,
  };
}

/** Remarks about a file whose end is not there. */
const endsEarly: ReadonlySet<string> = new Set(['SHORTER_THAN_CLAIMED', 'CUT_OFF', 'HOLDS_MORE']);

/** Nobody is judged by a voice that was taken for the agent's, nor by a channel of which nobody knows whose it is. */
function speakerNow(sentence: Sentence, row: CallRow, side: AgentSide): Sentence {
  if (row.speakers_estimated === 1) return { ...sentence, speaker: 'unknown' };
  if (row.speakers_by !== 'channels' || side.from === null) return sentence;
  if (side.channel === null) return { ...sentence, speaker: 'unknown' };
  return side.channel === row.speakers_channel ? sentence : { ...sentence, speaker: otherParty[sentence.speaker] };
}

const otherParty = { agent: 'customer', customer: 'agent', unknown: 'unknown' } as const;

/** Measures that do not read as this version's count as none until they are made again. */
function readMeasures(data: string): Measures | null {
  return Measures.safeParse(JSON.parse(data)).data ?? null;
}
