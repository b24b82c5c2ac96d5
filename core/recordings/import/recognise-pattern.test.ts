import { describe, expect, it } from 'vitest';
import { nameMetadata } from './name-metadata.ts';
import { countPlausible, inferPattern, matchPlausibly, recognisePatterns } from './recognise-pattern.ts';

const zone = 'Asia/Shanghai';
const morning = Date.UTC(2026, 3, 9, 0, 15, 0);
const read = (stem: string) => {
  const [best] = recognisePatterns([stem]);
  return best && nameMetadata(matchPlausibly(best, stem)!, zone);
};

describe('recognising file names', () => {
  it.each([
    ['20260409_081500_8101_13900000001', null],
    ['20260409_081500_13900000001_8101', null],
    ['8101-13900000001-20260409081500', null],
    ['20260409081500_13900000001_8101', null],
    ['20260409-081500-8101-13900000001', null],
    ['2026-04-09_08-15-00_8101_13900000001', null],
    ['2026-04-09 08.15.00 8101 13900000001', null],
    ['260409_081500_8101_13900000001', null],
    ['rec_8101_0086_13900000001_20260409081500', undefined],
    ['13900000001(8101)_20260409081500', null],
    ['out-13900000001-8101-20260409-081500-1775693700.42', 'outbound'],
    ['in_20260409_081500_8101_13900000001', 'inbound'],
    ['20260409_081500_呼出_8101_13900000001', 'outbound'],
    ['客服部_8101_13900000001_20260409081500', null],
    ['exten-8101-13900000001-20260409-081500-1775693700.42', null],
    ['20260409_0815_8101_13900000001', null],
    ['李芳(8101)_13900000001_2026年04月09日08时15分00秒', null],
    ['force-13900000001-8101-20260409-081500-1775693700.42', null],
    ['OUT8101-13900000001-20260409081500', null],
  ] as const)('%s names agent, customer and time', (stem, direction) => {
    const expected = { agentNo: '8101', phone: '13900000001', startedAt: morning };
    if (direction === undefined) expect(read(stem)).toMatchObject({ phone: '13900000001', startedAt: morning });
    else expect(read(stem)).toMatchObject({ ...expected, direction });
  });
  it('does not take the queue of a FreePBX name for the agent', () => {
    expect(read('q-600-13900000001-20260409-081500-1775693700.42')).toMatchObject({
      agentNo: null,
      team: '600',
      phone: '13900000001',
    });
  });
  it('reads a landline with its area code', () => {
    expect(read('20260409_081500_8101_01088886666')).toMatchObject({ agentNo: '8101', phone: '01088886666' });
  });
  it('drops the country code of a mobile number', () => {
    expect(read('20260409_081500_8101_8613900000001')).toMatchObject({ phone: '13900000001' });
  });
  it("takes the company's own number beside a customer's for no customer", () => {
    expect(read('IN-4001234567-13900000001-20260409-081500')).toMatchObject({ phone: '13900000001' });
    expect(read('20260409_081500_8101_4001234567')).toMatchObject({ phone: '4001234567' });
  });
  it('makes no number of what a machine made up', () => {
    expect(read('0b7f1c3e-1111-4a4a-8b8b-000000000001')?.phone ?? null).toBeNull();
  });
  it('keeps leading zeros of the 工号', () => {
    expect(read('20260409_081500_0081_13900000001')).toMatchObject({ agentNo: '0081' });
  });
  it.each(['20260231_081500_8101_13900000001', '20260409_256100_8101_13900000001'])(
    'reads no time off the impossible one in %s',
    (stem) => expect(read(stem)?.startedAt ?? null).toBeNull(),
  );
  it('finds nothing in names that say nothing', () => {
    expect(recognisePatterns(['录音', 'a b c', '$(x)', ''])).toEqual([]);
    expect(inferPattern('{hello}')).toBeNull();
  });
  it.each([
    'rec_20260409_081500_8101_13900000001',
    'audio_8101_13900000001_20260409081500',
    '录音_20260409_081500_8101_13900000001',
    'VOX_8101_13900000001_20260409081500',
  ])('takes the first word of %s for no team', (stem) => {
    expect(read(stem)).toMatchObject({ team: null, phone: '13900000001', startedAt: morning });
  });
  it.each([
    '20260409',
    '260409',
    '260409_081500',
    '081500_260409',
    '2026_04_09',
    '2026-04-09 08-15-00',
    '2026.4.9 8.15.00',
    '20260409_0815',
    '20260409 0815 13900000001',
    '2026-0409-0815',
    '2026年4月9日8时15分0秒',
    '2026年04月09日_081500',
    '录音 2026-04-09 081500',
    'call-2026-04-09T08-15-00',
    '09-04-2026_081500',
    '20260409T081500Z',
    'rec001_20260409_081500',
    'ch01_20260409081500',
    '20260409-081500-rec12',
    '1775693700',
    '录音 001',
    'Voice 0012',
    '0b7f1c3e-1111-4a4a-8b8b-202604090815',
    'c60a1f09ce6147d3a806138001380012',
    '20261309_081500',
  ])('makes no agent of dates, times and counters in %s', (stem) => {
    expect(read(stem)?.agentNo ?? null).toBeNull();
  });
  it.each([
    ['2026-04-09_08-15-00_8101', '8101'],
    ['8101_20260409_081500', '8101'],
    ['20260409_081500_0815', '0815'],
    ['20260409081500-2026', '2026'],
    ['260409_081500_260410', '260410'],
    ['0815_8101_13900000001', '8101'],
    ['20261309_081500_8101_13900000001', '8101'],
    ['20260409_081500_20190012_13900000001', '20190012'],
    ['A12_20260409_081500', 'A12'],
  ])('still finds the agent of %s', (stem, agentNo) => expect(read(stem)).toMatchObject({ agentNo }));
  it('ranks the pattern that fits most names first', () => {
    const names = ['20260409_081500_8101_13900000001', '20260409_081600_8102_13900000002', 'notes'];
    const [best] = recognisePatterns(names);
    expect(countPlausible(best!, names)).toBe(2);
    expect(best?.source).toBe('{date}_{time}_{agent}_{phone}');
  });
});
