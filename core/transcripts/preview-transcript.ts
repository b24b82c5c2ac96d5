/** What was understood of a transcript file, before it is attached. Pure. */
import type { TranscriptPreview, TranscriptVoice, TranscriptWarning } from '../contract/index.ts';
import { maskSensitive } from '../text/sensitive.ts';
import { type Reading, speakersOfVoices, tolerance, voiceOf } from './finish-transcript.ts';
import type { ReadTranscript } from './parse-transcript.ts';
import type { Sentence } from './sentence.ts';
import { maskedTexts } from './stored-sentence.ts';

export type Understood = Omit<TranscriptPreview, 'file' | 'present' | 'recordingSeconds'>;

const shownRows = 12;
const shownVoices = 30;
/** From so many sentences on it is odd that only one party speaks. */
const oddAlone = 4;

/** @param call what is known of the recording: its length in seconds, and its start as seconds of its day */
export function previewTranscript(
  read: ReadTranscript,
  reading: Reading,
  call: { seconds: number | null; startOfDay: number | null },
): Understood {
  const { sentences } = read.parsed;
  const first = sentences.slice(0, shownRows);
  const texts = maskedTexts(sentences);
  return {
    format: read.format,
    encoding: read.encoding,
    sentences: sentences.length,
    from: sentences[0]!.start,
    to: lastEnd(sentences),
    voices: voicesOf(read, reading),
    rows: first.map(({ speaker, start, end }, index) => ({ speaker, start, end, text: texts[index]! })),
    warnings: warningsOf(read, reading, call.seconds),
    suggestedShift: reading.shift ? null : shiftInto(sentences, call),
  };
}

const lastEnd = (sentences: readonly Sentence[]) => sentences.reduce((last, { end }) => Math.max(last, end), 0);

function voicesOf({ raw }: ReadTranscript, reading: Reading): TranscriptVoice[] {
  const speakers = speakersOfVoices(raw, reading);
  const voices = new Map<string, TranscriptVoice>();
  for (const { label, channel = null, text } of raw) {
    if (text.trim() === '') continue;
    const key = voiceOf({ label, channel });
    const known = voices.get(key);
    if (known) known.sentences++;
    else {
      const sample = maskSensitive(text.trim()).slice(0, 80);
      voices.set(key, { key, label, channel, speaker: speakers.get(key) ?? 'unknown', sentences: 1, sample });
    }
  }
  return [...voices.values()].sort((a, b) => b.sentences - a.sentences).slice(0, shownVoices);
}

function warningsOf(
  { parsed, raw }: ReadTranscript,
  { shift = 0 }: Reading,
  seconds: number | null,
): TranscriptWarning[] {
  const { sentences, timing } = parsed;
  const warnings: TranscriptWarning[] = [];
  const beyond = seconds === null ? [] : sentences.filter(({ start }) => start > seconds + tolerance);
  const over = seconds === null ? 0 : lastEnd(sentences) - seconds;
  if (over > tolerance && timing === 'exact')
    warnings.push({ code: 'BEYOND_END', sentences: beyond.length, seconds: over });
  else if (beyond.length > 0) warnings.push({ code: 'BEYOND_END', sentences: beyond.length, seconds: over });
  const before = raw.filter(({ start }) => start !== null && start + shift < 0).length;
  if (before > 0) warnings.push({ code: 'BEFORE_START', sentences: before });
  if (timing === 'estimated') warnings.push({ code: 'NO_TIMES' });
  if (timing === 'starts') warnings.push({ code: 'NO_ENDS' });
  const unknown = sentences.filter(({ speaker }) => speaker === 'unknown').length;
  if (unknown > 0) warnings.push({ code: 'UNKNOWN_SPEAKERS', sentences: unknown });
  const [{ speaker }] = sentences as [Sentence, ...Sentence[]];
  if (speaker !== 'unknown' && sentences.length >= oddAlone && sentences.every((one) => one.speaker === speaker))
    warnings.push({ code: 'ONE_SPEAKER', speaker });
  return warnings;
}

/**
 * Where every sentence starts after the recording's end the file tells the time of day: from the call's start if that
 * brings it in, else so that the first sentence starts the call.
 */
function shiftInto(
  sentences: readonly Sentence[],
  { seconds, startOfDay }: { seconds: number | null; startOfDay: number | null },
): number | null {
  const from = sentences[0]!.start;
  if (seconds === null || from <= seconds + tolerance) return null;
  const span = lastEnd(sentences) - from;
  if (span > seconds + tolerance) return null;
  const begun = startOfDay === null ? null : from - startOfDay;
  return begun !== null && begun >= 0 && begun + span <= seconds + tolerance ? -startOfDay! : -from;
}
