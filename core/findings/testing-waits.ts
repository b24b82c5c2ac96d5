/** One call with a request to wait, as tests of waits vary it: with sound and words, words alone, sound alone. */
import type { Measures } from '../audio/measures.ts';
import { type Line, measured, spokenCall } from '../test-support/spoken-call.ts';
import { waitOverLimit } from './detectors/wait-over-limit.ts';

export type Spans = [start: number, end: number][];
export const greet: Line = ['agent', 0, 4, '您好，青禾电器，很高兴为您服务。'];
export const asks: Line = ['customer', 5, 8, '我的洗衣机什么时候送到？'];
export const hold: Line = ['agent', 9, 13, '我联系一下仓库，请您稍等。'];
export const yes: Line = ['customer', 13.5, 14, '好。'];
export const back = (at: number): Line => ['agent', at, at + 4, '久等了，明天上午送到。'];
export const bye = (at: number): Line => ['customer', at, at + 2, '好的，再见。'];

/** The sound of such a call: speech where there are lines, music where it is given, else silence. */
export function soundOf(lines: readonly Line[], duration: number, music: Spans = []): Measures {
  const side = (who: string) =>
    lines.filter(([speaker]) => speaker === who).map(([, start, end]): [number, number, number] => [start, end, -22]);
  const measures = measured({ duration }, [side('agent'), side('customer')]);
  measures.channels[1]!.music = music;
  return measures;
}
export const judge = (lines: Line[], duration: number, music: Spans = []) => {
  const measures = soundOf(lines, duration, music);
  return {
    stereo: spokenCall(lines, { durationS: duration, measures }),
    words: spokenCall(lines, { durationS: duration }),
    sound: spokenCall(null, { durationS: duration, measures }),
  };
};
export const verdictOf = (call: Parameters<typeof waitOverLimit.detect>[0]) => {
  const { verdict, evidence } = waitOverLimit.detect(call);
  return evidence[0]?.cause ? `${verdict} ${evidence[0].cause}` : verdict;
};
