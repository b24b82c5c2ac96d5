/**
 * Waits: spans in which the agent does not speak and the customer is kept waiting, in silence, music or noise,
 * broken only by the customer's short calls (喂？). A customer who tells a long story is not waiting; an agent
 * who comes back and really speaks ends the wait.
 */
import { covered, union } from '../audio/measures/spans.ts';
import type { SilenceCause } from '../contract/index.ts';
import type { Call } from './call.ts';
import { type Talk, type TalkTrack, talkTrack } from './talk.ts';
import { isCallingOut, isFarewell, substance } from './words.ts';

export interface Wait {
  start: number;
  end: number;
  /** False when it rests on a mono signal with somebody's short words inside: whose they are cannot be told. */
  certain: boolean;
  /** Null when nothing tells. */
  cause: SilenceCause | null;
}

/** A customer's utterance up to this long is a call or a short answer: seconds, and characters where there is text. */
const shortS = 3.5;
const shortCharacters = 8;
/** An answer that follows this soon belongs to the talk before the wait, seconds. */
const answerS = 3;
/** Share of a wait that the customer's short words may fill. More is talking, not waiting. */
const customerShare = 0.3;

/**
 * @param minS length from which a wait counts, seconds
 * @returns null when nothing tells who talks when
 */
export function findWaits(call: Call, minS: number): Wait[] | null {
  const track = talkTrack(call);
  if (!track) return null;
  const spans: OpenWait[] = [];
  let open: OpenWait | null = null;
  for (const talk of track.talks) {
    if (!breaks(talk)) {
      if (open) keepInside(open, talk);
      continue;
    }
    if (open) spans.push({ ...open, end: talk.start });
    // Before the agent has spoken at all the call is being set up.
    if (open || talk.who !== 'customer') open = openAfter(talk, open);
  }
  const end = endOfCall(call);
  if (open && end !== null && waitsAtEnd(call, track, open)) spans.push({ ...open, end });
  return spans.filter((wait) => wait.end - wait.start >= minS).flatMap((wait) => waitOf(call, track, wait) ?? []);
}

interface OpenWait {
  start: number;
  end: number;
  /** The customer's short words meanwhile. */
  inside: Talk[];
}

/** The wait that may begin now; an earlier utterance may last longer than this one. */
function openAfter(talk: Talk, earlier: OpenWait | null): OpenWait {
  return { start: Math.max(earlier?.start ?? 0, talk.end), end: 0, inside: [] };
}

function keepInside(open: OpenWait, talk: Talk): void {
  const answers = open.inside.length === 0 && talk.start - open.start <= answerS;
  if (answers) open.start = Math.max(open.start, talk.end);
  else open.inside.push(talk);
}

function waitOf(call: Call, track: TalkTrack, { start, end, inside }: OpenWait): Wait | null {
  const spoken = inside.reduce((sum, talk) => sum + Math.min(talk.end, end) - talk.start, 0);
  if (spoken > (end - start) * customerShare) return null;
  return { start, end, certain: track.source !== 'mono' || inside.length === 0, cause: causeOf(call, start, end) };
}

/** Whether an utterance ends a wait. */
function breaks(talk: Talk): boolean {
  const length = talk.end - talk.start;
  if (talk.plain === null) return talk.who === 'agent' ? length >= 0.6 : length > shortS;
  if (talk.who === 'agent') return substance(talk.plain).length >= 2;
  if (isCallingOut(talk.plain)) return false;
  return substance(talk.plain).length > shortCharacters || length > shortS;
}

function endOfCall(call: Call): number | null {
  const busy = call.measures?.tones.find((tone) => tone.kind === 'busy');
  return busy?.start ?? call.measures?.duration ?? call.recording.durationS;
}

/** Whether the customer was left waiting at the end, and it is not just the tail after the goodbyes. */
function waitsAtEnd(call: Call, track: TalkTrack, open: OpenWait): boolean {
  const last = call.transcript?.sentences.slice(-3);
  if (last?.some(({ plain }) => isFarewell(plain))) return false;
  if (track.source === 'transcript' || open.inside.length > 0) return true;
  return call.measures?.channels.some(({ music }) => music.some(([, end]) => end > open.start + 1)) ?? false;
}

/** Music that fills most of it, or a line without sound. */
function causeOf({ measures }: Call, start: number, end: number): SilenceCause | null {
  if (!measures) return null;
  const music = union(measures.channels.flatMap((channel) => channel.music));
  return covered([start, end], music) > (end - start) / 2 ? 'music' : 'mute';
}
