/** Which channel of a stereo recording carries the agent, and how that is known. */
import { z } from 'zod';
import type { Bilingual } from './common.ts';

export const AgentChannelFrom = z.enum([
  /** A person said so: the machine leaves it. */
  'person',
  /** The call record names the channel. */
  'call-record',
  /** Sentences that the transcript gives to the agent are heard on it. */
  'transcript',
  /** An agent's words are heard on it. */
  'words',
  /** Nothing tells; taken as the library's setting says. */
  'assumed',
  /** Two voices on two channels, and nothing tells whose which is. */
  'unclear',
  /** What is known points to both channels. */
  'contradicted',
]);
export type AgentChannelFrom = z.infer<typeof AgentChannelFrom>;

/** What a person says: this channel, the other one than now, or that the machine shall decide. */
export const AgentSideChoice = z.enum(['left', 'right', 'swap', 'machine']);
export type AgentSideChoice = z.infer<typeof AgentSideChoice>;

/** Two voices on two channels, and it is open whose which is. */
export const sidesOpen = (from: AgentChannelFrom | null): boolean => from === 'unclear' || from === 'contradicted';

const names: Record<0 | 1, Bilingual> = {
  0: { zh: '左声道', en: 'left channel' },
  1: { zh: '右声道', en: 'right channel' },
};

const grounds: Record<Exclude<AgentChannelFrom, 'unclear' | 'contradicted'>, Bilingual> = {
  person: { zh: '人工指定', en: 'set by a person' },
  'call-record': { zh: '依据话单', en: 'by the call record' },
  transcript: { zh: '依据转写的说话人', en: 'by the speakers of the transcript' },
  words: { zh: '依据说话内容', en: 'by what is said' },
  assumed: { zh: '按设置假定，没有依据', en: 'assumed by the settings, without proof' },
};

const open: Record<'unclear' | 'contradicted', Bilingual> = {
  unclear: {
    zh: '双声道录音，但没有依据判断哪一声道是坐席',
    en: 'Two channels, and nothing tells which one is the agent’s',
  },
  contradicted: {
    zh: '双声道录音，但话单、转写与说话内容对哪一声道是坐席的说法不一致',
    en: 'Two channels, but call record, transcript and what is said disagree on which one is the agent’s',
  },
};

/** One phrase without a full stop. @param channel null when it is not known @param from null when the voices share one channel */
export function agentSideText(channel: number | null, from: AgentChannelFrom | null): Bilingual {
  if (from === null) return { zh: '双方声音在同一声道', en: 'Both voices share one channel' };
  if (from === 'unclear' || from === 'contradicted') return open[from];
  if (channel !== 0 && channel !== 1)
    return {
      zh: `双方声音在同一声道（${grounds[from].zh}）`,
      en: `Both voices share one channel (${grounds[from].en})`,
    };
  const name = names[channel];
  return { zh: `坐席在${name.zh}（${grounds[from].zh}）`, en: `Agent on the ${name.en} (${grounds[from].en})` };
}
