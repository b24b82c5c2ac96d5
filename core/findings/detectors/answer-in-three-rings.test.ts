import { describe, expect, it } from 'vitest';
import { measured, spokenCall } from '../../test-support/spoken-call.ts';
import { answerInThreeRings } from './answer-in-three-rings.ts';

const detect = (facts: Parameters<typeof spokenCall>[1]) => answerInThreeRings.detect(spokenCall(null, facts));
const ringing = (count: number) =>
  measured({ tones: [{ kind: 'ring', channel: 1, start: 0.4, end: 0.4 + count * 5, count }] });

describe('answer-in-three-rings', () => {
  it.each([
    [0, 'met', 0],
    [1, 'met', 1],
    [8, 'met', 2],
    [15, 'met', 3],
    [15.1, 'not_met', 4],
    [21, 'not_met', 5],
  ] as const)('%d s of ringing', (ringSeconds, verdict, value) => {
    expect(detect({ ringSeconds })).toMatchObject({ verdict, value });
  });

  it('counts the rings of the recording when the call record is silent', () => {
    expect(detect({ measures: ringing(2) })).toMatchObject({
      verdict: 'met',
      value: 2,
      evidence: [{ start: 0.4, channel: 1 }],
    });
    expect(detect({ measures: ringing(4) })).toMatchObject({ verdict: 'not_met', value: 4 });
    expect(detect({ measures: measured() }).verdict).toBe('cannot_tell');
    expect(detect({}).verdict).toBe('cannot_tell');
  });

  it('counts what both channels carry once, and no ringing of a transfer', () => {
    const ring = (channel: number, start: number, count: number) =>
      ({ kind: 'ring', channel, start, end: start + count * 5 - 4, count }) as const;
    const talk = (tones: ReturnType<typeof ring>[]) => measured({ tones }, [[[12, 20, -20]], [[21, 25, -20]]]);
    expect(detect({ measures: talk([ring(0, 1, 2), ring(1, 1, 2)]) })).toMatchObject({ verdict: 'met', value: 2 });
    expect(detect({ measures: talk([ring(1, 1, 2), ring(0, 40, 6)]) })).toMatchObject({ verdict: 'met', value: 2 });
    expect(detect({ measures: talk([ring(0, 40, 6)]) }).verdict).toBe('cannot_tell');
  });

  it('has no occasion in an outbound call', () => {
    expect(detect({ direction: 'outbound', ringSeconds: 40 })).toMatchObject({
      verdict: 'met',
      reason: { en: 'no occasion' },
    });
  });
});
