import { beforeEach, expect, it } from 'vitest';
import type { Rule } from '../../../../core/contract/index.ts';
import { starters } from '../own/starters.ts';
import { change, discard, redo, startOwnRule, undo, useRules } from '../rules-store.ts';
import { entriesOf } from './entries.ts';

const rate = { numerator: 0, denominator: 0, value: null };
const rule = (id: string, zh: string): Rule => ({
  id,
  title: { zh, en: id },
  breach: { zh: `${zh}（违反）`, en: `${id} broken` },
  severity: 'minor',
  mark: false,
  kind: 'built-in',
  enabled: true,
  version: 1,
  needs: [],
  helps: [],
  paramsSchema: {},
  params: {},
  counts: { met: 0, not_met: 0, cannot_tell: 0 },
  agreement: { decided: 0, confirmed: 0, refused: 0, missed: 0, unknown: 0, precision: rate, recall: rate, f1: null },
});
const rules = [rule('wait-over-limit', '客户等待不超过一分钟'), rule('greeting', '规范问候')];
const shown = (q = '') => entriesOf(rules, useRules.getState().drafts, q);

beforeEach(() => useRules.setState({ drafts: {}, currentId: null }));

it('finds rules by either title, the name of the breach or the id, full-width letters too', () => {
  expect(shown('等待').map(({ id }) => id)).toEqual(['wait-over-limit']);
  expect(shown('问候（违反').map(({ id }) => id)).toEqual(['greeting']);
  expect(shown('ＧＲＥＥＴ').map(({ id }) => id)).toEqual(['greeting']);
});

it('lists a rule that is not stored yet after the stored ones, until it is discarded', () => {
  startOwnRule(starters[0]!.definition);
  const { currentId } = useRules.getState();
  expect(shown().at(-1)).toMatchObject({ id: currentId, rule: null, changed: true, title: { zh: '客户投诉后应致歉' } });
  discard(currentId!);
  expect(shown()).toHaveLength(2);
  expect(useRules.getState().currentId).toBeNull();
});

it('marks a rule as changed until its value is back at what is stored, and undoes field by field', () => {
  const base = { params: { limit: 60, other: 1 } };
  change('greeting', base, { params: { limit: 6, other: 1 } }, 'limit');
  change('greeting', base, { params: { limit: 61, other: 1 } }, 'limit');
  change('greeting', base, { params: { limit: 61, other: 2 } }, 'other');
  const now = () => useRules.getState().drafts.greeting!.now;
  expect(shown().map(({ changed }) => changed)).toEqual([false, true]);
  undo('greeting');
  expect(now()).toEqual({ params: { limit: 61, other: 1 } });
  undo('greeting');
  expect(now()).toEqual(base);
  expect(shown()[1]!.changed).toBe(false);
  redo('greeting');
  expect(now()).toEqual({ params: { limit: 61, other: 1 } });
});
