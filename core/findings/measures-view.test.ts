import { expect, it } from 'vitest';
import { measured, spokenCall } from '../test-support/spoken-call.ts';
import { measuresView } from './measures-view.ts';

const measures = measured({ duration: 30 }, [
  [
    [0, 6, -20],
    [20, 24, -20],
  ],
  [[7.5, 12.5, -22]],
]);

it('tells talk share, reply gaps, waits and pace of a stereo call', () => {
  const call = spokenCall([['agent', 0, 6, '您好欢迎致电安心电信请问有什么可以帮您']], { measures, durationS: 30 });
  expect(measuresView(call)).toMatchObject({
    duration: 30,
    agentChannel: 0,
    talk: [
      { channel: 0, seconds: 10, share: 0.67 },
      { channel: 1, seconds: 5, share: 0.33 },
    ],
    replyGaps: [
      { by: 'customer', at: 7.5, seconds: 1.5 },
      { by: 'agent', at: 20, seconds: 7.5 },
    ],
    charactersPerMinute: { agent: 190, customer: null },
  });
});

it('tells nobody apart in a mono recording, and nothing without measures', () => {
  const mono = spokenCall(null, { measures: measured({}, [[[0, 6, -20]]]), channels: 1, agentChannel: null });
  expect(measuresView(mono)).toMatchObject({ agentChannel: null, replyGaps: null, talk: [{ share: 1 }] });
  expect(measuresView(spokenCall(null))).toBeNull();
});
