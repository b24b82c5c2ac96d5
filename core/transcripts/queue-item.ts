/** One recording from sound to a stored transcript. */
import { basename } from 'node:path';
import {
  type Db,
  findMeasures,
  findTranscriptTarget,
  hasWords,
  recordingFiles,
  replaceTranscript,
} from '../../db/index.ts';
import type { Pair } from '../audio/measures/spans.ts';
import { Measures } from '../audio/measures.ts';
import type { CoreContext } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { measureRecording } from '../findings/measure-recording.ts';
import { setAside } from './corrections/keep-replaced.ts';
import type { HeardSentence, Transcriber } from './engines/transcriber.ts';
import type { TranscriptionOrder } from './queue-runner.ts';
import type { Sentence } from './sentence.ts';
import { speakerOfChannel } from './speaker-labels.ts';
import { toRows } from './stored-sentence.ts';
import { tellApart } from './voices/tell-apart.ts';

interface Way extends TranscriptionOrder {
  modelSha256: string;
  threads: number;
  signal: AbortSignal;
  /** Finishes the work in the commit that stores the transcript; false: it was withdrawn, nothing is stored. */
  finish(trx: Db): Promise<boolean>;
  onFinished(): void;
  /** @param fraction of the recording @param doneMs the same in milliseconds */
  onProgress(fraction: number, doneMs: number): void;
}

/**
 * @returns false when a transcript was there that is to be kept, or the work was withdrawn
 * @throws DomainError RECORDING_NOT_FOUND; ENGINE_HEARD_NOTHING where words would be lost for it; see Transcriber; what is wrong with the recording
 */
export async function transcribeRecording(
  context: CoreContext,
  { transcriber, onStored }: { transcriber: Transcriber; onStored: (recordingId: string) => Promise<void> },
  recordingId: string,
  way: Way,
): Promise<boolean> {
  const { library } = context;
  const target = await findTranscriptTarget(library, recordingId);
  const files = await recordingFiles(library, recordingId);
  if (!target || !files) throw new DomainError('RECORDING_NOT_FOUND', { id: recordingId });
  await measureRecording(context, recordingId, { force: false, signal: way.signal });
  const measures = Measures.parse(JSON.parse((await findMeasures(library, recordingId))!.data));
  const speech = measures.channels.map((channel) => channel.speech.map(([start, end]): Pair => [start, end]));
  const request = { ...way, path: files.path, speech };
  const heard: HeardSentence[] = [];
  const control = {
    signal: way.signal,
    onProgress: (fraction: number) => way.onProgress(fraction, fraction * measures.duration * 1000),
  };
  // Where nobody speaks there is nothing to ask the engine.
  const spoken = speech.some((spans) => spans.length > 0);
  if (spoken) for await (const sentence of transcriber.transcribe(pick(request), control)) heard.push(sentence);
  const mono = speech.length === 1;
  const sentences = mono
    ? await tellApart(context, transcriber, { id: recordingId, path: files.path }, inOrder(heard), way)
    : byChannel(heard, target.agent_channel);
  // A model that does not fit the language gives nothing: that is no reason to lose the words that are there.
  if (sentences.length === 0 && spoken && (await hasWords(library, recordingId)))
    throw new DomainError('ENGINE_HEARD_NOTHING', { file: target.file });
  const stored = await replaceTranscript(
    library,
    {
      id: context.newId(),
      recording_id: recordingId,
      source: 'engine',
      engine: way.engine,
      model_file: basename(way.model),
      model_sha256: way.modelSha256,
      source_file: null,
      created_at: context.clock(),
      timing: 'exact',
      speakers_by: mono ? 'labels' : 'channels',
      agent_channel: mono ? null : (target.agent_channel ?? 0),
      speakers_estimated: mono && sentences.some(({ speaker }) => speaker !== 'unknown') ? 1 : 0,
    },
    toRows(inOrder(sentences)),
    {
      keep: !way.replace,
      setAside: way.overCorrections ? setAside(context, recordingId) : undefined,
      finish: (trx) => way.finish(trx),
    },
  );
  if (!stored) return false;
  way.onFinished();
  const { engine, modelSha256, replace } = way;
  await context.audit.write('transcript.transcribe', recordingId, { engine, modelSha256, replace });
  context.events.changed('transcripts');
  await onStored(recordingId);
  return true;
}

/** What an engine process needs to know, and no more: it crosses a process border. */
const pick = ({
  engine,
  model,
  path,
  speech,
  language,
  vocabulary,
  threads,
}: Way & { path: string; speech: Pair[][] }) => ({
  engine,
  model,
  path,
  speech,
  language,
  vocabulary,
  threads,
});

function byChannel(heard: readonly HeardSentence[], agentChannel: number | null): Sentence[] {
  return heard.map(({ channel, ...sentence }) => ({
    ...sentence,
    speaker: speakerOfChannel(channel, { agentChannel }),
  }));
}

const inOrder = <T extends { start: number; end: number }>(sentences: readonly T[]): T[] =>
  sentences.toSorted((a, b) => a.start - b.start || a.end - b.end);
