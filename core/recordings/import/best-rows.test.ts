import { expect, it } from 'vitest';
import { bestRows } from './best-rows.ts';
import type { CallRow } from './cdr-row.ts';

const row = (changes: Partial<CallRow>): CallRow =>
  ({
    key: 'k',
    agentNo: null,
    agentName: null,
    talkSeconds: null,
    ringSeconds: null,
    answered: null,
    ...changes,
  }) as CallRow;

it('of attempts the answered one counts, and nothing of the others is mixed in', () => {
  const rows = [
    row({ agentNo: '8021', agentName: '王五', ringSeconds: 12, talkSeconds: 0, answered: false }),
    row({ agentNo: '8022', talkSeconds: 72, answered: true }),
    row({ agentNo: '8023', ringSeconds: 9, talkSeconds: 0, answered: false }),
  ];
  const { kept, further } = bestRows(rows);
  expect(further).toBe(2);
  expect(kept).toEqual([{ ...rows[1] }]);
});

it('legs of the same agent fill each other’s gaps', () => {
  const rows = [row({ agentNo: '8022', talkSeconds: 72 }), row({ agentNo: '8022', agentName: '李强', talkSeconds: 3 })];
  expect(bestRows(rows).kept).toEqual([{ ...rows[0], agentName: '李强' }]);
});

it('after a transfer the longer talk counts; calls of their own stay apart', () => {
  const rows = [
    row({ agentNo: '8021', talkSeconds: 20, answered: true }),
    row({ agentNo: '8022', talkSeconds: 200, answered: true }),
    row({ key: 'other', agentNo: '8021' }),
  ];
  expect(bestRows(rows)).toEqual({ kept: [rows[1], rows[2]], further: 1 });
});
