import { beforeAll, describe, expect, it } from 'vitest';
import { measureSound } from '../../audio/measures/testing.ts';
import { decodeAll, sample } from '../../audio/testing.ts';
import { measured, spokenCall } from '../../test-support/spoken-call.ts';
import { voiceVolume } from './voice-volume.ts';

const gain = (samples: Float32Array, db: number) =>
  samples.map((value) => Math.max(-1, Math.min(1, value * 10 ** (db / 20))));

describe('of real voices', () => {
  let [agent, customer] = [new Float32Array(), new Float32Array()];
  beforeAll(async () => {
    const { channels, sampleRate } = await decodeAll(sample('20260303_153300_8016_13599998888.wav'));
    [agent, customer] = channels.map((samples) =>
      Float32Array.from(samples.subarray(0, 28 * sampleRate), (value) => value / 32768),
    ) as [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>];
  });
  const detect = async (agentDb: number, customerDb: number) =>
    voiceVolume.detect(
      spokenCall(null, { measures: await measureSound([gain(agent, agentDb), gain(customer, customerDb)]) }),
    );

  it.each([
    ['as recorded', 0, 0, 'met'],
    ['the agent 16 dB softer', -16, 0, 'not_met'],
    ['the agent 14 dB louder, cut off at the top', 14, 0, 'not_met'],
    ['both 16 dB softer: the recorder', -16, -16, 'cannot_tell'],
    ['both 14 dB louder: the recorder', 14, 14, 'cannot_tell'],
    ['a loud customer beside an ordinary agent', 0, 12, 'met'],
    ['a weak customer beside an ordinary agent', 0, -14, 'met'],
  ])('%s', async (_name, agentDb, customerDb, verdict) => {
    expect((await detect(agentDb, customerDb)).verdict).toBe(verdict);
  });

  it('says that the sound is clipped, with the longest stretches as evidence', async () => {
    const { reason, evidence } = await detect(14, 0);
    expect(reason.en).toContain('clipped');
    expect(evidence).toHaveLength(2);
    expect(evidence.every(({ channel }) => channel === 0)).toBe(true);
  });
});

describe('by figures', () => {
  const sides = (agentDb: number, customerDb: number, agentS = 10, customerS = 10) => {
    const measures = measured({}, [[[0, agentS, agentDb]], [[20, 20 + customerS, customerDb]]]);
    measures.channels[0]!.medianDb = agentDb;
    measures.channels[1]!.medianDb = customerDb;
    return measures;
  };
  const detect = (measures: ReturnType<typeof sides>, params = {}, facts = {}) =>
    voiceVolume.detect(spokenCall(null, { measures, ...facts }), params).verdict;

  it('takes the limits of the library', () => {
    expect(detect(sides(-32, -24))).toBe('met');
    expect(detect(sides(-32, -24), { weakest: -30 })).toBe('not_met');
    expect(detect(sides(-40, -31))).toBe('not_met');
    expect(detect(sides(-40, -31), { apart: 12 })).toBe('cannot_tell');
  });

  it('cannot tell from a few words, without the customer to compare, or in mono', () => {
    expect(detect(sides(-40, -24, 3))).toBe('cannot_tell');
    expect(detect(sides(-40, -24, 10, 1))).toBe('cannot_tell');
    expect(detect(sides(-40, -24), {}, { channels: 1, agentChannel: null })).toBe('cannot_tell');
    expect(voiceVolume.detect(spokenCall(null)).verdict).toBe('cannot_tell');
  });

  it('reads the agent’s side, whichever it is', () => {
    expect(detect(sides(-24, -40), {}, { agentChannel: 1 })).toBe('not_met');
  });
});
