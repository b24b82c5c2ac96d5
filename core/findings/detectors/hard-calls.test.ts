import { describe, expect, it } from 'vitest';
import { labelledCalls } from '../../test-support/labelled-calls.ts';
import { measuredOnce } from '../../test-support/measured-once.ts';
import { detectors } from './index.ts';

const folder = new URL('../../../samples-hard/', import.meta.url).pathname;
/** The rules about who speaks when and how loud. */
const ofSound = new Set(['wait-over-limit', 'prolonged-silence', 'raised-voice', 'interruption']);
const judged = labelledCalls(folder).flatMap((labelled) =>
  [...labelled.expected]
    .filter(([rule]) => ofSound.has(rule))
    .map(([rule, verdict]) => ({ ...labelled, rule, verdict })),
);
const detect = (rule: string, call: Parameters<(typeof detectors)[number]['detect']>[0]) =>
  detectors.find((detector) => detector.rule.id === rule)!.detect(call);
/** The recorder of this call writes the agent on the second channel. */
const agentChannel = (id: string): number => (id === 'q3' ? 1 : 0);

describe('the hard calls', () => {
  it('are judged by four rules of sound', () => {
    expect(judged.length).toBeGreaterThanOrEqual(7);
  });

  it.each(judged)('$id $rule with ideal measures: $verdict', ({ rule, verdict, measured }) => {
    expect(detect(rule, measured).verdict).toBe(verdict);
  });

  it.each(judged)('$id $rule by the real sound: $verdict', async ({ id, file, rule, verdict, call }) => {
    const measures = await measuredOnce(folder + file);
    const recording = { ...call.recording, agentChannel: agentChannel(id) };
    expect(detect(rule, { ...call, recording, measures }).verdict).toBe(verdict);
  });

  it('have their causes', async () => {
    const causes = async (id: string, rule: string) => {
      const { call, file } = labelledCalls(folder).find((one) => one.id === id)!;
      return detect(rule, { ...call, measures: await measuredOnce(folder + file) }).evidence.map(({ cause }) => cause);
    };
    expect(await causes('q5', 'prolonged-silence')).toEqual(['mute']);
    expect(await causes('q6', 'wait-over-limit')).toEqual(['abandoned']);
    expect(await causes('q6', 'prolonged-silence')).toEqual(['abandoned']);
  });
});
