/** Whether the customer was left waiting at the end of a call, or it is just the tail after the goodbyes. */
import { covered, union } from '../audio/measures/spans.ts';
import type { Call } from './call.ts';
import type { TalkTrack } from './talk.ts';
import { asksToWait, endsCall, isWaitingComplaint } from './waiting-words.ts';
import type { OpenWait } from './waits.ts';

/** Words this close before the wait still belong to how the call ended: sentences; and a promise, seconds. */
const lastSentences = 3;
const promiseS = 15;

/** @returns `perhaps` when nobody said goodbye and nothing tells that somebody was to come back */
export function lastWait(call: Call, track: TalkTrack, open: OpenWait): 'certain' | 'perhaps' | 'none' {
  const calls = open.inside.some(({ plain }) => plain && isWaitingComplaint(plain));
  const music = union(call.measures?.channels.flatMap((channel) => channel.music) ?? []);
  const end = call.measures?.duration ?? open.start;
  const held = music.some(([, until]) => until > open.start + 1) && covered([open.start, end], music) > 1;
  const said = call.transcript?.sentences.filter(({ start }) => start < open.start + 1).slice(-lastSentences) ?? [];
  const goodbye = said.findLastIndex(({ plain }) => endsCall(plain) === 'yes');
  const promised = said
    .slice(goodbye + 1)
    .some(({ speaker, plain, end }) => speaker !== 'customer' && end > open.start - promiseS && asksToWait(plain));
  if (calls || promised) return 'certain';
  if (goodbye >= 0) return 'none';
  if (held) return track.source === 'mono' ? 'perhaps' : 'certain';
  return 'perhaps';
}
