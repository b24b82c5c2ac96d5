import { z } from 'zod';
import { covered, intersection, type Pair, total, union } from '../../audio/measures/spans.ts';
import { type Call, sentencesOf, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { doubtOf } from '../doubtful-wait.ts';
import type { Hold } from '../holds.ts';
import { keptWaiting } from '../kept-waiting.ts';
import { cannotTell, met, noOccasion, notMet, seconds } from '../outcome.ts';
import { asksToWait } from '../waiting-words.ts';
import type { Wait } from '../waits.ts';

/** Silences this short lie between two pieces of music or two calls of the customer, seconds. */
const leastSilence = 3;

/** On-site rule 3: who is put on hold hears music, not a dead line. */
export const holdWithoutMusic = defineDetector({
  id: 'hold-without-music',
  version: 1,
  title: { zh: '等待时播放保留音', en: 'Hold music while waiting' },
  breach: { zh: '等待时没有保留音', en: 'Hold without music' },
  limitS: ({ limit }) => limit,
  severity: 'serious',
  situation: { zh: '较长的等待', en: 'longer wait' },
  needs: ['measures'],
  helps: ['transcript', 'stereo'],
  params: z.object({
    /** Seconds of silence in one wait. */
    limit: z
      .number()
      .min(5)
      .max(300)
      .default(30)
      .meta({ label: { zh: '等待中静默上限', en: 'Silence in a wait at most' }, unit: { zh: '秒', en: 's' } }),
    /** Some recorders do not record the music that the exchange plays to the customer. */
    musicRecorded: z
      .boolean()
      .default(true)
      .meta({ label: { zh: '录音中能听到保留音', en: 'Recordings hold the hold music' } }),
  }),
  detect(call, { limit, musicRecorded }) {
    const kept = keptWaiting(call);
    if (!kept) return cannotTell('录音中没有测得说话，无法找到等待。', 'No speech is measured: waits cannot be found.');
    const judged = kept.flatMap(({ hold, waits }) =>
      waits
        .filter(({ start, end }) => end - start > limit)
        .map((wait) => ({ wait, silent: silenceWithin(call, wait), asked: wasAsked(call, hold, wait) })),
    );
    if (judged.length === 0) return noOccasion();
    const dead = judged.filter(({ silent }) => silent > limit);
    const longest = Math.max(...judged.map(({ silent }) => silent));
    const evidence = (found: typeof dead) =>
      found.map(({ wait: { start, end, cause } }) => ({ ...span(start, end), cause }));
    if (dead.length === 0 && judged.some(({ wait }) => isUnclear(call, wait, limit)))
      return cannotTell(
        '等待中听到的既不是保留音，也不是静默（如嗡声、人声背景）。',
        'What is heard in the wait is neither hold music nor silence, such as a hum or voices of the room.',
        { evidence: evidence(judged), value: longest },
      );
    if (dead.length === 0)
      return met(
        `等待中有保留音，静默最长 ${seconds(longest)} 秒。`,
        `The waits are filled; at most ${seconds(longest)} s are silent.`,
        { value: longest },
      );
    const certain = dead.filter(({ wait, asked }) => wait.certain && asked === true);
    if (certain.length > 0 && musicRecorded)
      return notMet(
        `请客户等待，线路静默 ${seconds(longest)} 秒，没有保留音。`,
        `The customer is asked to wait and hears nothing for ${seconds(longest)} s, no hold music.`,
        { evidence: evidence(certain), value: longest },
      );
    return cannotTell(...doubt(call, dead, musicRecorded), { evidence: evidence(dead), value: longest });
  },
});

function doubt(
  call: Call,
  dead: readonly { wait: Wait; asked: boolean | null }[],
  musicRecorded: boolean,
): [string, string] {
  if (!musicRecorded)
    return [
      '等待中线路静默；录音设备不录保留音，听不出有没有。',
      'The wait is silent, but recordings do not hold the hold music here.',
    ];
  const open = dead.find(({ wait }) => !wait.certain);
  if (open) return doubtOf(call, open.wait);
  if (dead.every(({ asked }) => asked === null))
    return [
      '线路长时间静默；没有转写，不知道是否请客户等待。',
      'The line is silent for long; without words it is not known whether the customer was asked to wait.',
    ];
  return [
    '线路长时间静默，但没有听到请客户等待，不能断定是保留通话。',
    'The line is silent for long, but nobody asked the customer to wait: it may be no hold.',
  ];
}

/** Whether the agent asked to wait before this wait or earlier in the hold; null without words. */
function wasAsked(call: Call, hold: Hold, wait: Wait): boolean | null {
  if (!call.transcript || call.transcript.timing === 'estimated' || sentencesOf(call, 'agent').length === 0)
    return null;
  const meanwhile = sentencesOf(call, 'agent').filter((said) => said.start >= hold.start && said.start < wait.start);
  return [...hold.before, ...meanwhile].some(({ plain }) => asksToWait(plain));
}

/** Whether much of a wait is neither silence nor music nor speech. */
function isUnclear(call: Call, wait: Wait, limit: number): boolean {
  const channels = call.measures?.channels ?? [];
  const known = union(channels.flatMap(({ speech, music }) => [...speech, ...music]));
  return wait.end - wait.start - silenceWithin(call, wait) - covered([wait.start, wait.end], known) > limit / 2;
}

/** Seconds of a wait in which nothing is heard on any channel. */
function silenceWithin({ measures }: Call, { start, end }: Wait): number {
  const pieces = intersection(measures?.silences ?? [], [[start, end]]);
  return total(pieces.filter((piece: Pair) => piece[1] - piece[0] >= leastSilence));
}
