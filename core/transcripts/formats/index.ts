import { ass } from './ass.ts';
import { csv } from './csv.ts';
import { ctm } from './ctm.ts';
import { elan } from './elan.ts';
import type { TranscriptReader } from './format.ts';
import { jsonOwn } from './json-own.ts';
import { jsonSentences } from './json-sentences.ts';
import { jsonWhisperCpp } from './json-whisper-cpp.ts';
import { labelsByTab } from './labels-by-tab.ts';
import { lrc } from './lrc.ts';
import { segmentRepr } from './segment-repr.ts';
import { srt } from './srt.ts';
import { textgrid } from './textgrid.ts';
import { ttml } from './ttml.ts';
import { txt } from './txt.ts';
import { vtt } from './vtt.ts';

/** Every format, strictest first. */
export const readers: readonly TranscriptReader[] = [
  jsonOwn,
  jsonWhisperCpp,
  jsonSentences,
  vtt,
  ttml,
  elan,
  textgrid,
  ass,
  lrc,
  ctm,
  labelsByTab,
  srt,
  csv,
  segmentRepr,
  txt,
];
/** Word documents are read as plain text. */
export const transcriptExtensions: readonly string[] = [
  ...new Set([...readers.flatMap((reader) => reader.extensions), '.docx']),
];
