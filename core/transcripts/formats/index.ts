import { csv } from './csv.ts';
import type { TranscriptReader } from './format.ts';
import { jsonOwn } from './json-own.ts';
import { jsonSentences } from './json-sentences.ts';
import { jsonWhisperCpp } from './json-whisper-cpp.ts';
import { segmentRepr } from './segment-repr.ts';
import { srt } from './srt.ts';
import { txt } from './txt.ts';
import { vtt } from './vtt.ts';

/** Every format, strictest first. */
export const readers: readonly TranscriptReader[] = [
  jsonOwn,
  jsonWhisperCpp,
  jsonSentences,
  vtt,
  srt,
  csv,
  segmentRepr,
  txt,
];
export const transcriptExtensions: readonly string[] = [...new Set(readers.flatMap((reader) => reader.extensions))];
