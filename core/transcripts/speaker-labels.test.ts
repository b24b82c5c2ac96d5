import { describe, expect, it } from 'vitest';
import { speakersOf } from './speaker-labels.ts';

const one = (label: string) => speakersOf([label]).get(label);

describe('speaker labels', () => {
  it.each([
    ...[
      '坐席',
      '座席',
      '客服',
      '话务员',
      '坐席8012',
      '客服(张敏)',
      '客服人員',
      '話務員',
      '左聲道',
      'Agent',
      'AGENT:',
      '[agent]',
      'Operator',
      'CSR',
    ],
    ...['左声道', 'Left', 'channel 0', 'A', 'Speaker 1', '说话人一', '发言人A', 'spk0', 'SPEAKER_00', '被叫'],
  ])('%s is the agent', (label) => {
    const others = /0$/.test(label) ? ['SPEAKER_01'] : [];
    expect(speakersOf([label, ...others]).get(label)).toBe('agent');
  });

  it.each([
    ...[
      '客户',
      '用户',
      '顾客',
      '客户王先生',
      '客戶',
      '顧客',
      '用戶',
      'customer',
      'Client',
      'caller',
      'callers'.slice(0, 6),
      '主叫',
      '右声道',
    ],
    ...['right', 'ch1', 'B', 'speaker 2', 'Speaker B', '说话人2'],
  ])('%s is the customer', (label) => {
    expect(one(label)).toBe('customer');
  });

  it.each(['未知', 'unknown', 'Speaker 3'])('%s is not known', (label) => {
    expect(one(label)).toBe('unknown');
  });

  it.each(['时间', '备注', '张敏', '12', '客服部电话请拨打一二三四五六七八九零', 'note'])(
    '%s names no speaker',
    (label) => {
      expect(one(label)).toBeUndefined();
    },
  );

  it('counts numbered speakers from zero where a zero occurs', () => {
    expect([...speakersOf(['SPEAKER_01', 'SPEAKER_00']).values()]).toEqual(['customer', 'agent']);
    expect([...speakersOf(['Speaker 1', 'Speaker 2']).values()]).toEqual(['agent', 'customer']);
  });

  it('follows the channel that carries the agent', () => {
    expect(speakersOf(['左声道', '右声道'], { agentChannel: 1 })).toEqual(
      new Map([
        ['左声道', 'customer'],
        ['右声道', 'agent'],
      ]),
    );
  });
});
