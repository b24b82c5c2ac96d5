/** Reads a transcript file in a test: an object stands for its JSON. */
import { parseTranscript } from './parse-transcript.ts';

export const read = (content: unknown, file = 'a.json') => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return parseTranscript(new TextEncoder().encode(text), file);
};
export const told = (content: unknown, file?: string) =>
  read(content, file)?.sentences.map(({ start, end, text }) => [start, end, text]);
export const voices = (content: unknown, file?: string) => read(content, file)?.sentences.map(({ speaker }) => speaker);
