import { type Call, isStereo } from './call.ts';
import { seconds } from './outcome.ts';
import type { Wait } from './waits.ts';

/** Why it cannot be told of a wait that is not certain whether the agent kept the customer waiting. */
export function doubtOf(call: Call, { start, end, cause }: Wait): [zh: string, en: string] {
  const length = seconds(end - start);
  if (cause === 'queue')
    return [
      `有 ${length} 秒音乐，客户此前没有说话；是排队还是坐席让客户等待，分不清。`,
      `${length} s of music before the customer has spoken: a queue or a hold, which cannot be told.`,
    ];
  if (cause === 'customer-away')
    return [
      `有 ${length} 秒无人说话，可能是客户离开。`,
      `Nobody speaks for ${length} s: the customer may have gone away.`,
    ];
  if (cause === 'abandoned')
    return [
      `最后 ${length} 秒无人说话，没有道别；是通话已结束还是客户被搁置，分不清。`,
      `Nobody speaks for the last ${length} s and nobody said goodbye: whether the call was over cannot be told.`,
    ];
  if (cause === 'thinking')
    return [
      `坐席提问后 ${length} 秒无人说话，之后客户回答；是否让客户等待，分不清。`,
      `After the agent’s question nobody speaks for ${length} s until the customer answers: whether anybody was kept waiting cannot be told.`,
    ];
  if (isStereo(call))
    return [
      `有 ${length} 秒没有测得坐席说话，转写却有坐席的话，二者不符。`,
      `For ${length} s no voice of the agent is heard where the transcript has words of the agent: the two disagree.`,
    ];
  return [
    '单声道录音：长时间没有连续说话，但分不清其间是谁的声音。',
    'Mono: nobody speaks at length for long, but whose the short words are cannot be told.',
  ];
}
