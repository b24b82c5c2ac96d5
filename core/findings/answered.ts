/** When a person answers: until then the customer hears menus, announcements, queue music and ringing. */
import { covered, union } from '../audio/measures/spans.ts';
import type { Call } from './call.ts';
import type { Talk, TalkTrack } from './talk.ts';
import { isAnnouncement, mayBeAnnouncement } from './waiting-words.ts';

export interface Answered {
  /** Place of a person's first talk on the agent's side; the number of talks when there is none. */
  index: number;
  /** False: without words nobody knows whether the first voice is a person's; true of the customer's lane alone. */
  known: boolean;
}

/** Sentences of one announcement follow each other this closely, seconds. */
const togetherS = 3;
/** Sound or silence around something short that a system may have said, seconds. */
const aroundS = 3;

/** Whoever speaks on whichever lane: an announcement, by its words and by what surrounds them. */
export function ofSystem(call: Call, talks: readonly Talk[], index: number): boolean {
  const { plain, start, end, who } = talks[index]!;
  if (!plain) return false;
  if (isAnnouncement(plain)) return true;
  if (!mayBeAnnouncement(plain)) return false;
  const said = talks.filter((talk) => talk.plain === plain).length;
  return who === 'customer' || said > 1 || inMusic(call, start, end);
}

/** Music stops for an announcement and goes on after it. */
function inMusic({ measures }: Call, start: number, end: number): boolean {
  const music = union(measures?.channels.flatMap((channel) => channel.music) ?? []);
  return covered([start - aroundS, start], music) > 1 && covered([end, end + aroundS], music) > 1;
}

export function answered(call: Call, { source, talks }: TalkTrack): Answered {
  if (source === 'mono') return { index: 0, known: false };
  const heard = source !== 'stereo' || talks.some(({ who, plain }) => who === 'agent' && plain);
  let index = talks.findIndex(({ who }) => who === 'agent');
  for (; index >= 0 && index < talks.length; index++) {
    if (talks[index]!.who !== 'agent') continue;
    if (!ofSystem(call, talks, index) && !leadsToSystem(call, talks, index) && !alone(call, talks, index))
      return { index, known: heard };
  }
  return { index: talks.length, known: heard };
}

/** 欢迎致电…: the beginning of an announcement that goes on. */
function leadsToSystem(call: Call, talks: readonly Talk[], index: number): boolean {
  const [talk, next] = [talks[index]!, talks[index + 1]];
  return (
    talk.plain !== null &&
    next?.who === 'agent' &&
    next.start - talk.end <= togetherS &&
    ofSystem(call, talks, index + 1)
  );
}

/** 请稍候 before anything else was said, with nobody speaking for long after it. */
function alone({ measures }: Call, talks: readonly Talk[], index: number): boolean {
  const [talk, next] = [talks[index]!, talks[index + 1]];
  const quiet = (next?.start ?? measures?.duration ?? talk.end) - talk.end > aroundS;
  return talk.plain !== null && mayBeAnnouncement(talk.plain) && quiet;
}
