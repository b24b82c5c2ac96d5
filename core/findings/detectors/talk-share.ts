import { z } from 'zod';
import { type Call, channelOf, sentencesOf, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, type Outcome } from '../outcome.ts';
import { type Talk, talkTrack } from '../talk.ts';
import { unwordedFor } from '../unworded.ts';

/** A customer who says less, in seconds or in turns, is hardly in the call, or the recording lacks that side. */
const leastOfCustomer = { seconds: 3, turns: 3 };
/** So many of the agent's longest stretches are shown. */
const shown = 3;

/** Article 9: the customer gets to think and to take part. Share of the agent in what both speak. */
export const talkShare = defineDetector({
  id: 'talk-share',
  version: 2,
  title: { zh: '给客户说话的机会', en: 'Lets the customer take part' },
  breach: { zh: '坐席说话占比过高', en: 'Agent talks too much' },
  severity: 'minor',
  needs: [],
  helps: ['measures', 'stereo', 'transcript'],
  params: z.object({
    /** Percent. */
    limit: z
      .number()
      .min(30)
      .max(99)
      .default(80)
      .meta({ label: { zh: '坐席说话占比上限', en: 'Share of the agent at most' }, unit: { zh: '%', en: '%' } }),
    /** Seconds. */
    least: z
      .number()
      .min(10)
      .max(600)
      .default(60)
      .meta({ label: { zh: '双方说话至少', en: 'Talk of both at least' }, unit: { zh: '秒', en: 's' } }),
  }),
  detect(call, { limit, least }) {
    const track = talkTrack(call);
    if (!track || track.source === 'mono' || (track.source === 'transcript' && call.transcript?.timing !== 'exact'))
      return cannotTell(
        '分不清双方各说了多久：单声道录音，转写也没有准确的起止时间。',
        'How long each side speaks cannot be told: a mono recording, and no transcript with exact times.',
      );
    const of = (who: Talk['who']) => track.talks.filter((talk) => talk.who === who);
    const [agent, customer, unknown] = [of('agent'), of('customer'), of('unknown')];
    const [spoken, other] = [total(agent), total(customer)];
    if (spoken + other < least)
      return cannotTell(
        `双方共说话 ${Math.round(spoken + other)} 秒，不足 ${least} 秒，不作判断。`,
        `Both speak for ${Math.round(spoken + other)} s in all, less than ${least} s.`,
      );
    if (total(unknown) > (spoken + other) / 10)
      return cannotTell('转写中有不少话没有标明说话人。', 'The transcript leaves open who says much of it.');
    const hidden = track.source === 'stereo' ? unwordedFor(call, 0) : null;
    if (hidden) return cannotTell(...hidden.why, { evidence: [span(...hidden.span)] });
    if (other < leastOfCustomer.seconds || customer.length < leastOfCustomer.turns)
      return cannotTell(
        '客户几乎没有说话，或录音缺少客户一侧。',
        'The customer hardly speaks, or the recording lacks that side.',
      );
    return judge(call, agent, Math.round((spoken * 100) / (spoken + other)), limit);
  },
});

function judge(call: Call, agent: readonly Talk[], share: number, limit: number): Outcome {
  if (share <= limit)
    return met(`坐席说话占 ${share}%。`, `The agent does ${share} % of the talking.`, { value: share });
  const longest = agent.toSorted((a, b) => b.end - b.start - (a.end - a.start)).slice(0, shown);
  const evidence = longest
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const said = sentencesOf(call, 'agent').find((sentence) => sentence.start < end && sentence.end > start);
      return span(start, end, channelOf(call, 'agent'), said?.text ?? null);
    });
  return notMet(
    `坐席说话占 ${share}%，超过 ${limit}%。`,
    `The agent does ${share} % of the talking, over ${limit} %.`,
    { evidence, value: share },
  );
}

const total = (talks: readonly Talk[]): number => talks.reduce((sum, { start, end }) => sum + end - start, 0);
