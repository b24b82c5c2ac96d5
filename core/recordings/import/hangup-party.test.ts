import { describe, expect, it } from 'vitest';
import { parseHangupParty } from './hangup-party.ts';

describe('the party that hung up', () => {
  it.each([
    '客户',
    '客户挂机',
    '用户挂机',
    '用户先挂断',
    ' 顾客 ',
    'Customer',
    'CUSTOMER_HANGUP',
    'Disconnected by client',
    'remote',
    '对端挂断',
  ])('%s is the customer', (text) => expect(parseHangupParty(text, null)).toBe('customer'));
  it.each([
    '坐席',
    '坐席挂机',
    '座席挂断',
    '客服挂机',
    '客户服务代表',
    '话务员',
    'agent',
    'HANGUP_BY_AGENT',
    'Operator',
    '分机',
    'local',
  ])('%s is the agent', (text) => expect(parseHangupParty(text, null)).toBe('agent'));
  it.each([
    '',
    '系统',
    'system',
    '系统挂断坐席',
    '超时',
    '未知',
    '转接',
    '1',
    'NORMAL_CLEARING',
    '非坐席挂机',
    '坐席/客户',
    '-',
  ])('%j tells nobody', (text) => expect(parseHangupParty(text, 'inbound')).toBeNull());
  it.each([
    ['主叫', 'inbound', 'customer'],
    ['主叫挂机', 'outbound', 'agent'],
    ['被叫', 'inbound', 'agent'],
    ['被叫挂断', 'outbound', 'customer'],
    ['caller', 'inbound', 'customer'],
    ['Callee', 'outbound', 'customer'],
    ['called party', 'inbound', 'agent'],
    ['主叫', null, null],
  ] as const)('%s of an %s call is %s', (text, direction, party) =>
    expect(parseHangupParty(text, direction)).toBe(party),
  );
});
