import { expect, it } from 'vitest';
import type { RecordingRow } from '../../../core/contract/index.ts';
import { changeOf, formOf } from './facts-form.ts';

const call = (facts: Partial<RecordingRow>) =>
  ({
    agentId: '8012',
    agentName: '张三',
    team: '一组',
    direction: 'inbound',
    startedAt: 1000,
    ...facts,
  }) as RecordingRow;
const form = (...calls: RecordingRow[]) => formOf(calls, (ms) => `t${ms}`);

it('shows what all calls share, and names the fields in which they differ', () => {
  expect(form(call({ team: null }))).toEqual({
    form: { agentId: '8012', agentName: '张三', team: '', direction: 'inbound', start: 't1000' },
    mixed: new Set(),
  });
  const { form: shared, mixed } = form(call({}), call({ team: null, startedAt: 2000 }));
  expect(shared).toMatchObject({ agentId: '8012', team: '', start: '' });
  expect([...mixed]).toEqual(['team', 'start']);
});

it('asks for what was changed and for nothing else; emptied means not known', () => {
  const { form: before } = form(call({}), call({ team: '二组' }));
  expect(changeOf(before, { ...before, agentId: ' 8012 ' })).toEqual({});
  expect(changeOf(before, { ...before, team: '三组', direction: '' })).toEqual({ team: '三组', direction: null });
});
