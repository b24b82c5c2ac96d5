/** Sentences as they stand in the transcript: by time, as the rows are. */
import type { Segment, Transcript } from '../../../../../core/contract/index.ts';

export const sentencesOf = (transcript: Transcript | null): readonly Segment[] => transcript?.segments ?? [];

export function sentenceBy(transcript: Transcript | null, id: number | null): Segment | undefined {
  return sentencesOf(transcript).find((segment) => segment.id === id);
}

/** The one before or after. */
export function neighbour(transcript: Transcript | null, id: number | null, step: 1 | -1): Segment | undefined {
  const sentences = sentencesOf(transcript);
  const at = sentences.findIndex((segment) => segment.id === id);
  return at < 0 ? undefined : sentences[at + step];
}

/** The one under a place of the recording: the last that has begun, or the first. */
export function sentenceAt(transcript: Transcript | null, time: number): Segment | undefined {
  const sentences = sentencesOf(transcript);
  return sentences.findLast(({ start }) => start <= time + 1e-3) ?? sentences[0];
}

/** The transcript with one sentence changed. */
export const withChange = (transcript: Transcript, id: number, change: Partial<Segment>): Transcript => ({
  ...transcript,
  segments: transcript.segments.map((segment) => (segment.id === id ? { ...segment, ...change } : segment)),
});

export const withText = (transcript: Transcript, id: number, text: string): Transcript =>
  withChange(transcript, id, { text });
