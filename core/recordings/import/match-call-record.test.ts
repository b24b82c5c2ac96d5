import { describe, expect, it } from 'vitest';
import { pickCallRecord, sameNumber } from './match-call-record.ts';

const recording = {
  id: 'r',
  path: '/rec/2026/0302/001.wav',
  file: '001.wav',
  fileKey: '001',
  agentNo: '8012',
  phone: '13800138001',
  startedAt: 1_000_000,
};
const row = (changes: object) => ({
  file_key: null as string | null,
  folder: '',
  started_at: 1_000_000 as number | null,
  agent_no: null as string | null,
  phone: null as string | null,
  ...changes,
});

describe('the call record of a recording', () => {
  it('is the row that names its file, before any that merely fits the time', () => {
    const named = row({ file_key: '001', started_at: 1_060_000 });
    expect(pickCallRecord(recording, [row({ phone: '13800138001' }), named])).toBe(named);
  });
  it('is, among equal names, the one that shares its folders', () => {
    const near = row({ file_key: '001', folder: '2026/0302' });
    expect(pickCallRecord(recording, [row({ file_key: '001', folder: '2026/0301' }), near])).toBe(near);
  });
  it('is not a row of the same name from another day', () => {
    expect(pickCallRecord(recording, [row({ file_key: '001', started_at: 1_000_000 + 86_400_000 })])).toBeNull();
  });
  it('is the nearest call of the same customer', () => {
    const near = row({ phone: '13800138001', started_at: 1_005_000 });
    expect(pickCallRecord(recording, [row({ phone: '13800138001', started_at: 940_000 }), near])).toBe(near);
  });
  it('may be of another agent after a transfer, but not of another customer', () => {
    expect(pickCallRecord(recording, [row({ phone: '13800138001', agent_no: '8013' })])).not.toBeNull();
    expect(pickCallRecord(recording, [row({ phone: '13800138002', agent_no: '8012' })])).toBeNull();
  });
  it('is the same agent’s when one side does not know the number', () => {
    expect(
      pickCallRecord({ ...recording, phone: null }, [row({ phone: '13800138001', agent_no: '8012' })]),
    ).not.toBeNull();
  });
  it('is none that starts more than two minutes away, or at an unknown time', () => {
    expect(pickCallRecord(recording, [row({ phone: '13800138001', started_at: 1_120_001 })])).toBeNull();
    expect(pickCallRecord(recording, [row({ phone: '13800138001', started_at: null })])).toBeNull();
  });
  it.each([
    ['138****8001', '13800138001', true],
    ['13800138001', '138****8001', true],
    ['138****8002', '13800138001', false],
    ['3800138001', '13800138001', false],
  ])('%s and %s can be one number: %s', (a, b, same) => expect(sameNumber(a, b)).toBe(same));
});
