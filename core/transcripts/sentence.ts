import type { Speaker } from '../contract/index.ts';

/** One stored sentence; seconds with millisecond precision. */
export interface Sentence {
  speaker: Speaker;
  start: number;
  end: number;
  text: string;
  words?: { text: string; start: number; end: number }[] | undefined;
}

/** `starts`: ends are estimated. `estimated`: all times are. Rules about time may only rest on what was given. */
export type Timing = 'exact' | 'starts' | 'estimated';

/** How speakers are known: by labels that name roles, by numbered labels, or by the channel they are heard on. */
export type SpeakersBy = 'labels' | 'numbers' | 'channels';

export interface ParsedTranscript {
  sentences: Sentence[];
  timing: Timing;
  speakersBy: SpeakersBy;
  /** How many sentences begin before or after the recording: those that are among these all the same, and those that are not. */
  outside?: { kept: number; leftOut: number };
}

/** One line, single spaces. */
export const tidyText = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
export const toMs = (seconds: number): number => Math.round(seconds * 1000);
