/** What a pause between two sentences of the transcript is. */
import type { Heard, SilenceCause, Span } from '../../../../core/contract/index.ts';
import { soundingShare } from '../player/silence.ts';
import { overlap, subtract, union } from '../player/spans.ts';

/** Pauses up to this long are part of talking and get no row. */
export const LONGEST_PAUSE = 3;
/** A pause that sounds for this share of its time is hold music or noise, not silence. */
const SOUNDING = 0.4;
/** Words this far apart are one stretch of talk. */
const BREATH = 1.5;

/** untranscribed: somebody speaks, or something unknown sounds, and the transcript has no words for it. */
export type PauseSound = 'hold' | 'silence' | 'untranscribed';

export interface Pause extends Span {
  sound: PauseSound;
  cause: SilenceCause | null;
}

interface Sources {
  /** Null: not measured. */
  heard: Heard | null;
  /** Spans in which no channel sounds; null while the peaks are not there. */
  quiet: readonly Span[] | null;
}

/** The parts of a gap between sentences: speech that nobody wrote down is no wait. */
export function pausesOf(gap: Span, { heard, quiet }: Sources): Pause[] {
  if (!heard) {
    const sounds = quiet && soundingShare(quiet, gap) >= SOUNDING;
    return [{ ...gap, sound: sounds ? 'untranscribed' : 'silence', cause: null }];
  }
  const talk = talkIn(gap, heard.speech);
  const rest = subtract([gap], talk).filter(({ start, end }) => end - start > LONGEST_PAUSE);
  return [
    ...talk.map((span): Pause => ({ ...span, sound: 'untranscribed', cause: null })),
    ...rest.map((span): Pause => ({ ...span, sound: soundOf(span, heard), cause: causeOf(span, heard) })),
  ].sort((a, b) => a.start - b.start);
}

/** Stretches of speech as long as a pause that gets a row; a hum or the edge of a word is none. */
function talkIn(gap: Span, speech: readonly Span[]): Span[] {
  const inside = speech
    .filter((span) => overlap(span, gap) > 0)
    .map(({ start, end }) => ({ start: Math.max(start, gap.start), end: Math.min(end, gap.end) + BREATH }));
  return union(inside)
    .map(({ start, end }) => ({ start, end: Math.min(end - BREATH, gap.end) }))
    .filter(({ start, end }) => end - start > LONGEST_PAUSE);
}

const soundOf = (span: Span, { music }: Heard): PauseSound =>
  music.reduce((sum, each) => sum + overlap(each, span), 0) >= (span.end - span.start) * SOUNDING ? 'hold' : 'silence';

/** Of the wait that the pause lies in, or most of it. */
const causeOf = (span: Span, { waits }: Heard): SilenceCause | null =>
  waits.find((wait) => overlap(wait, span) > (span.end - span.start) / 2)?.cause ?? null;
