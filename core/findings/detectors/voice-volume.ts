import { z } from 'zod';
import type { ChannelMeasures } from '../../audio/measures.ts';
import type { Evidence } from '../../contract/index.ts';
import { type Call, channelOf, span } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, notMet, seconds } from '../outcome.ts';

/** Less speech says little about how loud somebody usually is, seconds. */
const leastOf = { agent: 5, customer: 2 };
/** Longest stretches that are shown. */
const shown = 3;

/**
 * Article 7: neither loud nor weak. A recorder's gain makes both sides loud or weak alike, so that a level counts
 * only where the agent also stands apart from the customer.
 */
export const voiceVolume = defineDetector({
  id: 'voice-volume',
  version: 1,
  title: { zh: '音量适中', en: 'Moderate volume' },
  breach: { zh: '音量过大或过弱', en: 'Voice too loud or too weak' },
  severity: 'minor',
  needs: ['stereo', 'measures'],
  params: z.object({
    /** dBFS of the agent's speech. Telephone speech is nominally at -26. */
    weakest: z
      .number()
      .min(-70)
      .max(-20)
      .default(-36)
      .meta({ label: { zh: '低于此为过弱', en: 'Too weak below' }, unit: { zh: 'dBFS', en: 'dBFS' } }),
    loudest: z
      .number()
      .min(-30)
      .max(0)
      .default(-16)
      .meta({ label: { zh: '高于此为过大', en: 'Too loud above' }, unit: { zh: 'dBFS', en: 'dBFS' } }),
    /** Decibels between the two sides. */
    apart: z
      .number()
      .min(0)
      .max(40)
      .default(6)
      .meta({ label: { zh: '与客户音量至少相差', en: 'Apart from the customer by' }, unit: { zh: 'dB', en: 'dB' } }),
  }),
  detect(call, { weakest, loudest, apart }) {
    const [agent, customer] = [laneOf(call, 'agent'), laneOf(call, 'customer')];
    if (!agent || agent.medianDb === null || spoken(agent) < leastOf.agent)
      return cannotTell('坐席说话太少，无法判断音量。', 'The agent speaks too little to tell the volume.');
    const level = agent.medianDb;
    const [zh, en] = [`坐席音量 ${seconds(level)} dBFS`, `The agent’s level is ${seconds(level)} dBFS`];
    const weak = level < weakest;
    if (!weak && level <= loudest) return met(`${zh}。`, `${en}.`, { value: level });
    const grounds = { evidence: stretches(call, agent), value: level };
    const [faultZh, faultEn] = weak ? ['过弱', 'too weak'] : ['过大', 'too loud'];
    if (!customer || customer.medianDb === null || spoken(customer) < leastOf.customer)
      return cannotTell(
        `${zh}，${faultZh}；客户说话太少，无从比较，可能是录音增益所致。`,
        `${en}, ${faultEn}; the customer speaks too little to compare, so that it may be the recorder’s gain.`,
        grounds,
      );
    const apartBy = weak ? customer.medianDb - level : level - customer.medianDb;
    const [thanZh, thanEn] = [
      `客户 ${seconds(customer.medianDb)} dBFS`,
      `the customer’s ${seconds(customer.medianDb)} dBFS`,
    ];
    if (apartBy < apart)
      return cannotTell(
        `${zh}，${faultZh}；${thanZh}，相差不大，可能是录音增益所致。`,
        `${en}, ${faultEn}; ${thanEn} is close to it, so that it may be the recorder’s gain.`,
        grounds,
      );
    const clipped = !weak && agent.peakDb >= clippedDb;
    return notMet(
      `${zh}，${faultZh}（${thanZh}）${clipped ? '，声音已失真' : ''}。`,
      `${en}, ${faultEn} (${thanEn})${clipped ? ', and the sound is clipped' : ''}.`,
      grounds,
    );
  },
});

/** Samples this high are cut off by the recorder, dBFS. */
const clippedDb = -0.1;

const laneOf = (call: Call, who: 'agent' | 'customer'): ChannelMeasures | null =>
  call.measures?.channels[channelOf(call, who) ?? -1] ?? null;

const spoken = ({ speech }: ChannelMeasures): number => speech.reduce((sum, [start, end]) => sum + end - start, 0);

function stretches(call: Call, { speech }: ChannelMeasures): Evidence[] {
  return speech
    .toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))
    .slice(0, shown)
    .toSorted((a, b) => a[0] - b[0])
    .map(([start, end]) => span(start, end, channelOf(call, 'agent')));
}
