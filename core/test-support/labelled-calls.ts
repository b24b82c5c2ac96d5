/** Labelled calls as detectors see them, with what is true of each: the ten of `samples`, and those of `samples-hard` on which machines judge wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complement, union } from '../audio/measures/spans.ts';
import { type Measures, measuresVersion } from '../audio/measures.ts';
import { defaultSettings, type Verdict } from '../contract/index.ts';
import { decideAgentSide } from '../findings/agent-side/decide.ts';
import { type Call, spoken } from '../findings/call.ts';
import { parseDirection } from '../recordings/import/direction.ts';
import { parseHangupParty } from '../recordings/import/hangup-party.ts';
import { parseTranscript } from '../transcripts/parse-transcript.ts';

interface Truth {
  id: string;
  file: string;
  duration: number;
  channels: 1 | 2;
  transcript: string | null;
  meta: { agent_id: string; direction: string; ring_seconds: number | ''; hangup_by: string };
  segments: { speaker: 'agent' | 'customer'; start: number; end: number; text: string }[];
  waits: { kind: 'silence' | 'music'; start: number; end: number }[];
  marks: { kind: 'ring' | 'busy' | 'overlap' | 'loud'; start: number; end: number; by?: string; rings?: number }[];
  expect: Record<string, Verdict> & { 'forbidden-phrases'?: string[] };
  /** Verdicts that are right too. */
  accept?: Record<string, Verdict>;
}

export interface LabelledCall {
  id: string;
  file: string;
  /** Transcript and call record only: the sound is not measured. */
  call: Call;
  /** The same with measures as a perfect ear would make them, drawn up from the labels. */
  measured: Call;
  /** The same with measures; whose channel which is, is decided by them. */
  heard(measures: Measures | null): Call;
  /** Rule to verdict; a rule that is not named is not judged. */
  expected: Map<string, Verdict>;
  /** Other verdicts that are right too. */
  accepted: Map<string, Verdict>;
  forbiddenPhrases: string[] | null;
  waits: Truth['waits'];
}

export function labelledCalls(samplesDir: string): LabelledCall[] {
  const truth = JSON.parse(readFileSync(join(samplesDir, 'truth.json'), 'utf8')) as Truth[];
  return truth.map((entry) => {
    const { 'forbidden-phrases': phrases, ...verdicts } = entry.expect;
    const call = callOf(entry, samplesDir);
    const heard = (measures: Measures | null) => withSides(call, measures);
    return {
      id: entry.id,
      file: entry.file,
      call: heard(null),
      measured: heard(measuresOf(entry)),
      heard,
      expected: new Map(Object.entries(verdicts as Record<string, Verdict>)),
      accepted: new Map(Object.entries(entry.accept ?? {})),
      forbiddenPhrases: phrases ?? null,
      waits: entry.waits,
    };
  });
}

function callOf({ id, duration, channels, transcript, meta }: Truth, samplesDir: string): Call {
  const parsed = transcript ? parseTranscript(readFileSync(join(samplesDir, transcript)), transcript) : null;
  const direction = parseDirection(meta.direction);
  return {
    recording: {
      id,
      durationS: duration,
      channels,
      agentChannel: null,
      agentNo: meta.agent_id,
      direction,
    },
    callRecord: {
      ringSeconds: meta.ring_seconds === '' ? null : meta.ring_seconds,
      hangupBy: parseHangupParty(meta.hangup_by, direction),
    },
    transcript: parsed ? { timing: parsed.timing, sentences: parsed.sentences.map(spoken) } : null,
    measures: null,
  };
}

/** Whose channel which is, is decided as in a library. */
function withSides(call: Call, measures: Measures | null): Call {
  const { channels, direction, agentNo } = call.recording;
  const transcript = call.transcript && { ...call.transcript, speakersBy: 'labels' as const, agentChannel: null };
  const known = { channels, direction, agentNo, recordRow: undefined, transcript, measures };
  const { channel, from } = decideAgentSide(known, defaultSettings.agentSide);
  return { ...call, measures, recording: { ...call.recording, agentChannel: channel, agentChannelFrom: from } };
}

function measuresOf({ duration, channels, segments, waits, marks }: Truth): Measures {
  const isLoud = (start: number) => marks.some((mark) => mark.kind === 'loud' && Math.abs(mark.start - start) < 0.1);
  const sides = channels === 2 ? (['agent', 'customer'] as const) : ([null] as const);
  const tones = marks.flatMap(({ kind, start, end, rings }) =>
    kind === 'ring' || kind === 'busy' ? [{ kind, channel: channels === 2 ? 1 : 0, start, end, count: rings }] : [],
  );
  return {
    version: measuresVersion,
    duration,
    channels: sides.map((side) => ({
      speechDb: -20,
      medianDb: -20,
      noiseDb: -60,
      peakDb: -3,
      speech: segments
        .filter(({ speaker }) => side === null || speaker === side)
        .map(({ speaker, start, end }) => [start, end, speaker === 'agent' && isLoud(start) ? -10 : -20]),
      unclear: [],
      music: waits.filter(({ kind }) => kind === 'music').map(({ start, end }) => [start, end]),
    })),
    silences: complement(
      union(
        [...segments, ...waits.filter(({ kind }) => kind === 'music'), ...tones].map(({ start, end }) => [start, end]),
      ),
      duration,
    ).filter(([start, end]) => end - start >= 1),
    overlaps: marks
      .filter(({ kind }) => kind === 'overlap')
      .map(({ start, end, by }) => ({ start, end, by: by === 'agent' ? 0 : 1 })),
    tones,
  };
}
