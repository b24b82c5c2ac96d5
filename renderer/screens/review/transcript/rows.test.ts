import { describe, expect, it } from 'vitest';
import type { Finding, Segment } from '../../../../core/contract/index.ts';
import { markFindings } from '../findings/marks.ts';
import { buildRows, pieces, rowAt } from './rows.ts';

const say = (id: number, start: number, end: number, text: string): Segment => ({
  id,
  speaker: 'agent',
  start,
  end,
  text,
});
const finding = (rule: string, start: number, end: number, text: string | null = null): Finding => ({
  id: rule,
  recordingId: 'r',
  file: 'a.wav',
  rule,
  ruleVersion: 1,
  title: { zh: rule, en: rule },
  severity: 'serious',
  mark: false,
  verdict: 'not_met',
  reason: { zh: '', en: '' },
  evidence: [{ start, end, channel: null, text }],
  value: null,
  limitS: null,
  occasion: true,
  decision: null,
});
const segments = [say(1, 5, 10, '您好，请稍等。'), say(2, 84, 90, '让您久等了。'), say(3, 92, 95, '再见。')];
const call = {
  recording: { ringSeconds: 4, hangupBy: 'customer' as const },
  duration: 96,
  segments,
  marks: markFindings([
    {
      ...finding('wait-over-limit', 10, 84),
      evidence: [...finding('', 10, 84).evidence, ...finding('', 84, 86).evidence],
    },
    finding('answer-in-three-rings', 0, 4),
    finding('hold-consent', 5, 84, '请稍等'),
  ]),
  quiet: [{ start: 90, end: 92 }],
  heard: { speech: [], music: [{ start: 10, end: 84 }], waits: [{ start: 10, end: 84, cause: 'music' as const }] },
};

describe('rows of the transcript', () => {
  const rows = buildRows(call);

  it('show ringing, sentences, pauses over 3 s and who hung up, in order', () => {
    expect(rows.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['ring', 0, 4],
      ['segment', 5, 10],
      ['pause', 10, 84],
      ['segment', 84, 90],
      ['segment', 92, 95],
      ['hangup', 96, 96],
    ]);
  });

  it('call a pause by what is heard in it and by its cause', () => {
    expect(rows[2]).toMatchObject({ kind: 'pause', sound: 'hold', cause: 'music' });
    const silent = buildRows({ ...call, heard: { speech: [], music: [], waits: [] } });
    expect(silent[2]).toMatchObject({ kind: 'pause', sound: 'silence', cause: null });
    const spoken = buildRows({ ...call, heard: { ...call.heard, speech: [{ start: 10, end: 84 }] } });
    expect(spoken[2]).toMatchObject({ kind: 'pause', sound: 'untranscribed', cause: null, limit: null });
  });

  it('take the cause from a finding where the sound tells none', () => {
    const [mark] = markFindings([
      { ...finding('x', 9, 80), evidence: [{ start: 9, end: 80, channel: null, text: null, cause: 'abandoned' }] },
    ]);
    const found = buildRows({ ...call, marks: [mark!], heard: null, quiet: null });
    expect(found[2]).toMatchObject({ kind: 'pause', cause: 'abandoned' });
  });

  it('name each finding at the rows of its evidence, and underline its words', () => {
    expect(rows.map(({ marks }) => marks.map(({ finding: { rule } }) => rule))).toEqual([
      ['answer-in-three-rings'],
      ['hold-consent'],
      ['wait-over-limit'],
      ['wait-over-limit'],
      [],
      [],
    ]);
    expect(rows[1]).toMatchObject({ hits: [{ from: 3, to: 6 }] });
  });

  it('know which row the playhead is in', () => {
    expect([0, 6, 50, 91, 200].map((time) => rowAt(rows, time))).toEqual([0, 1, 2, 3, 5]);
  });
});

it('cuts a sentence at the edges of what is underlined, losing no character', () => {
  const [mark] = markFindings([finding('x', 0, 1)]);
  const cut = pieces('您好，请稍等。', [{ from: 3, to: 6, mark: mark! }]);
  expect(cut.map(({ text, mark: own }) => [text, own !== null])).toEqual([
    ['您好，', false],
    ['请稍等', true],
    ['。', false],
  ]);
});
