import { describe, expect, it } from 'vitest';
import { pickCallRecord, sameNumber } from './match-call-record.ts';

const recording = {
  id: 'r',
  path: '/rec/2026/0302/001.wav',
  file: '001.wav',
  fileKey: '001',
  nearKey: '001',
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
  call_id: null as string | null,
  answered: null as 0 | 1 | null,
  ...changes,
});

describe('the call record of a recording', () => {
  it('is the row that names its file, before any that merely fits the time', () => {
    const named = row({ file_key: '001', started_at: 1_060_000 });
    expect(pickCallRecord(recording, [row({ phone: '13800138001' }), named])).toEqual({ row: named, rule: 'file' });
  });
  it('is, among equal names, the one that shares its folders', () => {
    const near = row({ file_key: '001', folder: '2026/0302' });
    expect(pickCallRecord(recording, [row({ file_key: '001', folder: '2026/0301' }), near])?.row).toBe(near);
  });
  it('is not a row of the same name from another day', () => {
    expect(pickCallRecord(recording, [row({ file_key: '001', started_at: 1_000_000 + 86_400_000 })])).toBeNull();
  });
  it('is the nearest call of the same customer', () => {
    const near = row({ phone: '13800138001', started_at: 1_005_000 });
    expect(pickCallRecord(recording, [row({ phone: '13800138001', started_at: 940_000 }), near])?.row).toBe(near);
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
  it('is the attempt that somebody answered, whatever order a queue’s rows have', () => {
    const attempt = (agent_no: string, answered: 0 | 1) => row({ phone: '13800138001', agent_no, answered });
    const rows = [attempt('8021', 0), attempt('8022', 1), attempt('8023', 0)];
    const unnamed = { ...recording, agentNo: null };
    expect(pickCallRecord(unnamed, rows)).toEqual({ row: rows[1], rule: 'number' });
    expect(pickCallRecord(unnamed, rows.toReversed())?.row).toBe(rows[1]);
    expect(pickCallRecord(unnamed, [rows[0]!, rows[2]!])).toBeNull();
  });
  it('is none where two agents’ rows are equally likely', () => {
    const rows = ['8021', '8022'].map((agent_no) => row({ phone: '13800138001', agent_no }));
    expect(pickCallRecord({ ...recording, agentNo: null }, rows)).toBeNull();
    expect(pickCallRecord({ ...recording, agentNo: '8022' }, rows)?.row).toBe(rows[1]);
  });
  it.each(['1772414103.12', '0b6e1f6e-6d0e-4c1c-9f0e-3f1d2a5b7c9d'])(
    'is the one whose name of the call, %s, the file bears',
    (id) => {
      const called = row({ call_id: id, started_at: 1_500_000 });
      const named = { ...recording, fileKey: `q-600-${id}` };
      expect(pickCallRecord(named, [row({ phone: '13800138001' }), called])).toEqual({ row: called, rule: 'call-id' });
    },
  );
  it('is none that starts more than two minutes away, or at an unknown time', () => {
    expect(pickCallRecord(recording, [row({ phone: '13800138001', started_at: 1_120_001 })])).toBeNull();
    expect(pickCallRecord(recording, [row({ phone: '13800138001', started_at: null })])).toBeNull();
  });
  it.each([
    ['138****8001', '13800138001', true],
    ['13800138001', '138****8001', true],
    ['138****8002', '13800138001', false],
    ['3800138001', '13800138001', false],
    ['13800138001/13900139002', '13900139002', true],
    ['13800138001/13900139002', '13900139003', false],
  ])('%s and %s can be one number: %s', (a, b, same) => expect(sameNumber(a, b)).toBe(same));
});
