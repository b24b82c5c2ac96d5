import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Measures } from '../../audio/measures.ts';
import { labelledCalls } from '../../test-support/labelled-calls.ts';
import { measuredOnce } from '../../test-support/measured-once.ts';
import { type Line, measured } from '../../test-support/spoken-call.ts';
import { spoken } from '../call.ts';
import { decideAgentSide, type SidedCall } from './decide.ts';

/** A talk of plain words that tell nothing. */
const talk: Line[] = [
  ['agent', 1, 5, '喂，晚上好。'],
  ['customer', 6, 10, '昨天下雨了。'],
  ['agent', 11, 16, '是的，下得很大。'],
  ['customer', 17, 21, '嗯，路上都是水。'],
];

/** The same talk with words that only one side says. */
const service: Line[] = [
  ['agent', 1, 5, '您好，感谢您致电东湖燃气，请问有什么可以帮您？'],
  ['customer', 6, 10, '我家的热水器打不着火，你们什么时候能来？'],
  ['agent', 11, 16, '我帮您登记一下，请问您贵姓？'],
  ['customer', 17, 21, '姓梁。'],
];

/** Speech where the lines say, the agent's on one channel; `echo`: the other side is heard in each channel, so much softer. */
function heard(lines: readonly Line[], agentOn: 0 | 1, echo: number | null = null): Measures {
  const sides: [number, number, number][][] = [[], []];
  for (const [speaker, start, end] of lines) {
    const own = speaker === 'agent' ? agentOn : 1 - agentOn;
    sides[own]!.push([start, end, -22]);
    if (echo !== null) sides[1 - own]!.push([start, end, -22 + echo]);
  }
  return measured(
    { duration: 30 },
    sides.map((side) => side.sort(([a], [b]) => a - b)),
  );
}

const swapped = (lines: readonly Line[]): Line[] =>
  lines.map(([speaker, ...rest]) => [speaker === 'agent' ? 'customer' : 'agent', ...rest]);

function known(
  lines: readonly Line[] | null,
  measures: Measures | null,
  facts: Partial<SidedCall> & { by?: 'labels' | 'numbers' | 'channels'; assumed?: number } = {},
): SidedCall {
  const { by = 'labels', assumed = null, ...call } = facts;
  return {
    channels: 2,
    direction: 'inbound',
    agentNo: '6618',
    recordRow: undefined,
    transcript: lines && {
      timing: 'exact',
      speakersBy: by,
      agentChannel: assumed,
      sentences: lines.map(([speaker, start, end, text]) => spoken({ speaker, start, end, text })),
    },
    measures,
    ...call,
  };
}

const decide = (call: SidedCall, setting: 'decide' | 'left' | 'right' = 'decide') => decideAgentSide(call, setting);
const unclear = { channel: null, from: 'unclear' };

describe.each([0, 1] as const)('an agent on channel %i', (side) => {
  it('is told by where the sentences labelled as the agent’s are heard', () => {
    expect(decide(known(talk, heard(talk, side)))).toEqual({ channel: side, from: 'transcript' });
  });

  it('is told by what each side says when channels gave the sentences their speakers, whatever was assumed', () => {
    for (const assumed of [0, 1] as const) {
      const lines = assumed === side ? service : swapped(service);
      expect(decide(known(lines, heard(service, side), { by: 'channels', assumed }))).toEqual({
        channel: side,
        from: 'words',
      });
    }
  });

  it.each([-6, -10, -20])('is told through an echo of %i dB', (echo) => {
    expect(decide(known(talk, heard(talk, side, echo)))).toEqual({ channel: side, from: 'transcript' });
  });

  it('is named by the call record', () => {
    const recordRow = JSON.stringify({ 坐席声道: side === 0 ? '左' : '右声道', 通话时长: 30 });
    expect(decide(known(null, heard(talk, side), { recordRow }))).toEqual({ channel: side, from: 'call-record' });
    const turned = JSON.stringify({ 'Left Channel': side === 0 ? 'Agent' : 'Customer' });
    expect(decide(known(null, null, { recordRow: turned }))).toEqual({ channel: side, from: 'call-record' });
  });

  it('is told by the own service number, whoever asks for it', () => {
    const lines: Line[] = [
      ['customer', 1, 4, '你工号多少？'],
      ['agent', 5, 9, '我是六六幺八号。'],
      ['customer', 10, 14, '六六一八，记住了。'],
    ];
    expect(
      decide(known(side === 0 ? lines : swapped(lines), heard(lines, side), { by: 'channels', assumed: 0 })),
    ).toEqual({ channel: side, from: 'words' });
  });
});

describe('it stays open whose channel which is', () => {
  it('without a transcript: who speaks first proves nothing', () => {
    expect(decide(known(null, heard(talk, 1)))).toEqual(unclear);
  });

  it('with words that tell nothing, however the channels were named', () => {
    expect(decide(known(talk, heard(talk, 0), { by: 'channels', assumed: 0 }))).toEqual(unclear);
  });

  it('when labels and words contradict each other', () => {
    expect(decide(known(swapped(service), heard(service, 0)))).toEqual({ channel: null, from: 'contradicted' });
  });

  it('when the call record and the transcript contradict each other', () => {
    const recordRow = JSON.stringify({ 坐席声道: '右' });
    expect(decide(known(talk, heard(talk, 0), { recordRow }))).toEqual({ channel: null, from: 'contradicted' });
  });

  it('when a bare number of a channel may count from 0 or from 1', () => {
    expect(decide(known(null, heard(talk, 0), { recordRow: JSON.stringify({ 坐席通道: '1' }) }))).toEqual(unclear);
  });

  it('when both voices are heard equally on both channels', () => {
    expect(decide(known(service, heard(service, 0, -2)))).toEqual(unclear);
  });

  it('when both talk on one channel and the other one is dead', () => {
    const all = measured({ duration: 30 }, [service.map(([, start, end]) => [start, end, -22]), []]);
    expect(decide(known(service, all))).toEqual(unclear);
  });

  it('when the times of the transcript are estimated', () => {
    const call = known(talk, heard(talk, 1));
    expect(decide({ ...call, transcript: { ...call.transcript!, timing: 'estimated' } })).toEqual(unclear);
  });

  it('when only the system’s announcement says an agent’s words', () => {
    const lines: Line[] = [
      ['customer', 1, 6, '欢迎致电东湖燃气，为您服务，报修请按1，人工服务请按0。'],
      ['agent', 8, 12, '喂？'],
      ['customer', 13, 16, '嗯。'],
    ];
    expect(decide(known(lines, heard(lines, 1), { by: 'channels', assumed: 1 }))).toEqual(unclear);
  });

  it('when numbered labels, of which the first is taken for the agent, are all that there is', () => {
    expect(decide(known(talk, heard(talk, 1), { by: 'numbers' }))).toEqual(unclear);
  });
});

it('has no side where the voices share one channel: one channel, or the same on both', () => {
  const one = measured({}, [talk.map(([, start, end]) => [start, end, -22])]);
  expect(decide(known(service, one))).toEqual({ channel: null, from: null });
  expect(decide(known(service, null, { channels: 1 }))).toEqual({ channel: null, from: null });
});

it('is told from the sound of a call whose agent is on the second channel', async () => {
  const folder = fileURLToPath(new URL('../../../samples-hard', import.meta.url));
  const labelled = labelledCalls(folder).find(({ id }) => id === 'q3')!;
  const { recording } = labelled.heard(await measuredOnce(join(folder, labelled.file)));
  expect(recording).toMatchObject({ agentChannel: 1, agentChannelFrom: 'transcript' });
});

describe('what the settings take for granted', () => {
  it('is told as an assumption', () => {
    expect(decide(known(null, null), 'right')).toEqual({ channel: 1, from: 'assumed' });
    expect(decide(known(null, heard(talk, 0)), 'left')).toEqual({ channel: 0, from: 'assumed' });
  });

  it('gives way to what is known', () => {
    expect(decide(known(talk, heard(talk, 1)), 'left')).toEqual({ channel: 1, from: 'transcript' });
  });

  it('is not taken where anything, however weak, speaks against it', () => {
    expect(decide(known(null, heard(talk, 1)), 'left')).toEqual(unclear);
    const weak: Line[] = [
      ['agent', 5, 9, '请稍等。'],
      ['customer', 1, 4, '喂？'],
    ];
    expect(decide(known(weak, heard(weak, 1), { by: 'channels', assumed: 1 }), 'left')).toEqual(unclear);
    expect(decide(known(swapped(service), heard(service, 0)), 'left')).toEqual({ channel: null, from: 'contradicted' });
  });
});
