import { describe, expect, it } from 'vitest';
import { measured, spokenCall } from '../../test-support/spoken-call.ts';
import { customerHangsUpFirst } from './customer-hangs-up-first.ts';

const detect = (facts: Parameters<typeof spokenCall>[1]) => customerHangsUpFirst.detect(spokenCall(null, facts));
const busyOn = (channel: number) => measured({ tones: [{ kind: 'busy', channel, start: 100, end: 104 }] });

describe('customer-hangs-up-first', () => {
  it('goes by the call record', () => {
    expect(detect({ hangupBy: 'customer' }).verdict).toBe('met');
    expect(detect({ hangupBy: 'agent', measures: busyOn(1) }).verdict).toBe('not_met');
  });

  it('else by the side of the busy tone, whichever channel carries the agent', () => {
    expect(detect({ measures: busyOn(1) })).toMatchObject({
      verdict: 'met',
      evidence: [{ start: 100, end: 104, channel: 1 }],
    });
    expect(detect({ measures: busyOn(0) }).verdict).toBe('not_met');
    expect(detect({ measures: busyOn(0), agentChannel: 1 }).verdict).toBe('met');
  });

  it('else cannot tell, nor by a busy tone in a mono recording', () => {
    expect(detect({}).verdict).toBe('cannot_tell');
    expect(detect({ measures: measured() }).verdict).toBe('cannot_tell');
    expect(detect({ measures: busyOn(0), channels: 1, agentChannel: null }).verdict).toBe('cannot_tell');
  });

  it('cannot tell by a busy tone on both sides, or in the midst of the call', () => {
    const both = [...busyOn(0).tones, ...busyOn(1).tones];
    expect(detect({ measures: measured({ tones: both }) }).verdict).toBe('cannot_tell');
    const later = measured({ tones: busyOn(0).tones }, [[[110, 120, -20]], []]);
    expect(detect({ measures: later }).verdict).toBe('cannot_tell');
  });
});
