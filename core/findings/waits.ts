/**
 * Waits: spans in which the agent does not speak and the customer is kept waiting, in silence, music or noise. A hum,
 * an announcement, the customer's calls and complaints do not end one; a customer who tells a long story is not
 * waiting; an agent who comes back and really speaks ends the wait. Spans of which the agent is not the reason (queue,
 * a customer who went away) are among them with their cause; see keepsWaiting.
 */
import type { SilenceCause } from '../contract/index.ts';
import { answered, ofSystem } from './answered.ts';
import type { Call } from './call.ts';
import { lastWait } from './last-wait.ts';
import { oncePerCall } from './once.ts';
import { causeOf } from './silence-cause.ts';
import { type Talk, type TalkTrack, talkTrack } from './talk.ts';
import {
  asksCustomer,
  asksToWait,
  dictates,
  goesAway,
  isForCustomer,
  isWaitingComplaint,
  sendsAway,
  threatens,
} from './waiting-words.ts';
import { substance } from './words.ts';

export interface Wait {
  start: number;
  end: number;
  /** False when it cannot be told that the agent kept the customer waiting: mono, no words, a doubtful end. */
  certain: boolean;
  /** Null when nothing tells. */
  cause: SilenceCause | null;
}

/** How an utterance without words counts that may be a hum or a complaint as well as real talk. */
export type Doubtful = 'ends' | 'goes-on';

/** A customer's utterance up to this long is a call or a short answer: seconds, and characters where there is text. */
const shortS = 3.5;
const shortCharacters = 8;
/** Up to these lengths without words it is doubtful, seconds. */
const doubtful = { agent: [0.6, 1.2], customer: [shortS, 8] } as const;
/** An answer that follows this soon belongs to the talk before the wait, seconds. */
const answerS = 3;
/** Share of a wait that the customer's short words may fill. More is talking, not waiting. */
const customerShare = 0.3;
/** In a wait that the agent asked for a customer may say so much to the room or to himself, seconds. */
const asideS = 10;
/** Words to a colleague get no answer from the customer this soon, and nothing more is said for the second, seconds. */
const unanswered = { answerS: 5, quietS: 10 };
/** A longer silence of a customer who was asked something is more than thinking, seconds. */
const longThoughtS = 30;

export interface OpenWait {
  start: number;
  /** What the customer and others said meanwhile that did not end it. */
  inside: Talk[];
  /** Said before it: by the agent, as far as it is known. */
  agentSaid: string | null;
  /** The customer said a word to that. */
  replied: boolean;
  /** The customer went to look for something. */
  away: 'yes' | 'maybe' | 'no';
}

/**
 * @param minS length from which a wait counts, seconds
 * @returns null when nothing tells who talks when
 */
export function findWaits(call: Call, minS: number, how: Doubtful = 'ends'): Wait[] | null {
  return allWaits(call, how)?.filter((wait) => wait.end - wait.start >= minS) ?? null;
}

const allWaits = oncePerCall((call: Call, how: Doubtful): Wait[] | null => {
  const track = talkTrack(call);
  if (!track) return null;
  const { talks } = track;
  const { index: first, known } = answered(call, track);
  const waits = beforeAnswer(talks.slice(0, first), talks[first]?.start ?? endOf(call, talks));
  let open: OpenWait | null = null;
  for (let index = first; index < talks.length; index++) {
    const talk = talks[index]!;
    if (open && !ends(call, talks, index, open, how)) {
      keepInside(open, talk);
      continue;
    }
    if (open) {
      // Without words an agent's first voice may be the queue's, while the customer has not spoken.
      const unanswered = !known && !talks.slice(0, index).some(({ who }) => who === 'customer');
      const one = track.source === 'mono' && index === 1;
      waits.push(...waitOf(call, track, open, talk, unanswered || one));
    }
    if (open || talk.who !== 'customer') open = openAfter(talk, open);
  }
  const end = endOf(call, talks);
  const last = open && end !== null ? lastWait(call, track, open) : 'none';
  if (open && end !== null && last !== 'none') waits.push(...waitAtEnd(open, end, last === 'certain'));
  return waits;
});

/** From one voice to the next, until a person answers. */
function beforeAnswer(talks: readonly Talk[], answer: number | null): Wait[] {
  // A customer who speaks first is not in a queue.
  if (!talks.some(({ who }) => who !== 'customer')) return [];
  const spoken = talks.reduce((sum, { start, end }) => sum + end - start, 0);
  const span = answer === null || talks.length === 0 ? 0 : answer - talks[0]!.start;
  const cause = spoken > span / 2 ? 'system' : 'queue';
  return talks.flatMap(({ end }, index) => {
    const until = talks[index + 1]?.start ?? answer;
    return until === null || until <= end ? [] : [{ start: end, end: until, certain: true, cause }];
  });
}

/** The wait that may begin now; an earlier utterance may last longer than this one. */
function openAfter(talk: Talk, earlier: OpenWait | null): OpenWait {
  const start = Math.max(earlier && earlier.start > talk.end ? earlier.start : 0, talk.end);
  const { plain, who } = talk;
  if (who !== 'customer') {
    const left = earlier && talk.start - earlier.start < answerS * 2 ? earlier.away : 'no';
    const away = plain && sendsAway(plain) ? 'yes' : plain && asksToWait(plain) ? 'no' : left;
    return { start, inside: [], agentSaid: plain, replied: false, away };
  }
  // An answer may come in parts.
  const near = earlier && (talk.start - earlier.start < answerS || asked(earlier));
  const agentSaid = near ? earlier.agentSaid : '';
  const away = plain ? goesAway(plain) : 'no';
  // Both asked the other to wait.
  const both = away === 'yes' && agentSaid && asksToWait(agentSaid);
  return { start, inside: [], agentSaid, replied: true, away: both ? 'maybe' : away };
}

function keepInside(open: OpenWait, talk: Talk): void {
  const answers = !talk.soft && open.inside.length === 0 && talk.start - open.start <= answerS;
  if (answers && talk.who === 'customer' && talk.plain && goesAway(talk.plain) === 'maybe') open.away = 'maybe';
  if (answers) {
    open.start = Math.max(open.start, talk.end);
    open.replied ||= talk.who === 'customer';
  } else open.inside.push(talk);
}

/** The agent is to come back. */
const promised = ({ agentSaid }: OpenWait): boolean => !!agentSaid && asksToWait(agentSaid);
/** It is the customer's turn. */
const asked = ({ agentSaid }: OpenWait): boolean => !!agentSaid && asksCustomer(agentSaid);

function waitOf(call: Call, track: TalkTrack, open: OpenWait, next: Talk, unanswered: boolean): Wait[] {
  const { start, inside } = open;
  const end = next.start;
  if (end <= start) return [];
  const talking = inside.filter(
    ({ plain, who, soft }) => !soft && !(plain && (isWaitingComplaint(plain, promised(open)) || who === 'agent')),
  );
  const spoken = talking.reduce((sum, talk) => sum + Math.min(talk.end, end) - talk.start, 0);
  if (spoken > (end - start) * customerShare) return [];
  const holds = promised(open);
  const answers = asked(open) && inside.length === 0 && (next.who === 'customer' || !open.replied);
  const away = open.away !== 'no';
  const found = causeOf(call, start, end, { holds, answers, away, atEnd: false });
  const cause = unanswered && found === 'music' ? 'queue' : found;
  const certain =
    open.away !== 'maybe' &&
    cause !== 'queue' &&
    !(cause === 'thinking' && end - start > longThoughtS) &&
    (track.source !== 'mono' || inside.length === 0) &&
    !wordsUnheard(call, track, start, end);
  return [{ start, end, certain, cause }];
}

function waitAtEnd({ start, away }: OpenWait, end: number, certain: boolean): Wait[] {
  if (end <= start) return [];
  return [{ start, end, certain: certain && away !== 'maybe', cause: away === 'no' ? 'abandoned' : 'customer-away' }];
}

/** The transcript has the agent speaking where nothing was heard: a voice too soft, or words that nobody said. */
function wordsUnheard(call: Call, track: TalkTrack, start: number, end: number): boolean {
  if (track.source !== 'stereo' || call.transcript?.timing !== 'exact') return false;
  return call.transcript.sentences.some(
    (said) =>
      said.speaker === 'agent' &&
      said.start > start + 1 &&
      said.end < end - 1 &&
      substance(said.plain).length >= 2 &&
      !track.talks.some((talk) => talk.start < said.end && talk.end > said.start),
  );
}

/** Whether an utterance ends a wait. */
function ends(call: Call, talks: readonly Talk[], index: number, open: OpenWait, how: Doubtful): boolean {
  const talk = talks[index]!;
  const { who, plain } = talk;
  const length = talk.end - talk.start;
  // Within the talk itself 请稍候 is the agent's.
  if (talk.start - open.start >= answerS && ofSystem(call, talks, index)) return false;
  // Whoever went away is back.
  if (who === 'customer' && open.away !== 'no' && talk.start - open.start >= answerS) return true;
  if (!plain) {
    if (talk.soft && how === 'goes-on') return false;
    const [inside, sure] = who === 'agent' ? doubtful.agent : doubtful.customer;
    return length > (how === 'ends' || who === 'unknown' ? inside : sure);
  }
  if (who === 'agent') {
    if (how === 'goes-on' && promised(open) && isAside(talks, index)) return false;
    return substance(plain).length >= 2 || done.test(plain);
  }
  if (goesAway(plain) === 'yes' && !threatens(plain)) return true;
  if (isWaitingComplaint(plain, promised(open))) return false;
  const late = talk.start - open.start > answerS;
  if (who === 'customer' && (dictates(plain) || (asked(open) && late && substance(plain).length >= 2))) return true;
  if (how === 'goes-on' && promised(open) && length <= asideS) return false;
  return substance(plain).length > shortCharacters || length > shortS;
}

/** Short as it is, it says that the agent is back. */
const done = /[好行有]了|可以了|查到|找到/;

/** Words of the agent's side that are not for the customer, who says nothing to them: a colleague's, or to one. */
function isAside(talks: readonly Talk[], index: number): boolean {
  const { plain, end } = talks[index]!;
  if (!plain || isForCustomer(plain)) return false;
  const next = talks[index + 1];
  if (next && next.who === 'customer' && next.start - end < unanswered.answerS) return false;
  return !next || next.start - end >= unanswered.quietS;
}

/** When the call ends: what a busy tone or the end of the file comes after. */
function endOf({ measures, recording }: Call, talks: readonly Talk[]): number | null {
  const last = Math.max(0, ...talks.slice(-5).map(({ end }) => end));
  const busy = measures?.tones.find(({ kind, end }) => kind === 'busy' && end > last);
  return busy?.start ?? measures?.duration ?? recording.durationS;
}
