import { z } from 'zod';
import type { TranscriptReader } from './format.ts';
import { splitLabel } from './labelled-text.ts';
import { parseJson } from './parse-json.ts';

const File = z.object({
  transcription: z.array(
    z.object({
      /** Milliseconds. */
      offsets: z.object({ from: z.number(), to: z.number() }),
      text: z.string(),
      /** Of `--diarize`: channel number as text, or "?". */
      speaker: z.string().optional(),
    }),
  ),
});

/** What whisper.cpp writes with `-oj`. */
export const jsonWhisperCpp: TranscriptReader = {
  id: 'json-whisper-cpp',
  extensions: ['.json'],
  read(text) {
    const parsed = File.safeParse(parseJson(text));
    if (!parsed.success) return null;
    return parsed.data.transcription.map(({ offsets, text: words, speaker }) => ({
      ...(speaker === undefined ? splitLabel(words) : { label: null, text: words }),
      channel: speaker !== undefined && /^\d$/.test(speaker) ? Number(speaker) : null,
      start: offsets.from / 1000,
      end: offsets.to / 1000,
    }));
  },
};
