import { expect, it } from 'vitest';
import type { RecordingFilter } from '../../../../core/contract/index.ts';
import { type ScopeWords, scopeParts, without } from './scope-parts.ts';

const words: ScopeWords = {
  period: (from, to) => `${from}–${to}`,
  team: (name) => name || '未分组',
  agent: (no) => `${no} 张敏`,
  lostItem: (id, form) => `${form}:${id} 扣分`,
  form: (id) => `《${id}》`,
  outcome: (outcome) => outcome,
  fatal: (fatal) => (fatal ? '有致命差错' : '无致命差错'),
  score: (min, max) => `${min}–${max} 分`,
  reviewState: (state) => state,
  status: (status) => status,
  finding: (kind) => kind,
  direction: (direction) => direction,
  duration: (min, max) => `${min}–${max}`,
  spoken: (text) => `“${text}”`,
  ids: (n) => `选定的 ${n} 通`,
  either: (choices) => choices.join('、'),
};
const say = (filter: RecordingFilter) => scopeParts(filter, words).map(({ text }) => text);

it.each<[string, RecordingFilter, string[]]>([
  ['no filter', {}, []],
  [
    'an error of a team in a week',
    {
      from: '2026-03-02',
      to: '2026-03-08',
      reviewStates: ['submitted'],
      teams: ['客服一组'],
      templateId: 'standard',
      lostItem: 'number',
    },
    ['2026-03-02–2026-03-08', '客服一组', '《standard》', 'standard:number 扣分'],
  ],
  ['a tile', { from: 'a', to: 'b', reviewStates: ['submitted'] }, ['a–b', 'submitted']],
  [
    'a band of scores',
    { reviewStates: ['submitted'], fatal: false, minScore: 8000, maxScore: 8499 },
    ['8000–8499 分', '无致命差错'],
  ],
  ['several agents', { agentIds: ['8012', '8013'] }, ['8012 张敏、8013 张敏']],
  ['calls without a team', { teams: [''] }, ['未分组']],
  ['choices that restrict nothing', { teams: [], reviewStates: [] }, []],
  ['a list of ids', { ids: ['a', 'b'] }, ['选定的 2 通']],
])('%s is named by all it restricts', (_, filter, expected) => {
  expect(say(filter)).toEqual(expected);
});

it('taking every part away leaves nothing restricted but the state that a judged list implies', () => {
  const filter: RecordingFilter = {
    q: 'zm',
    from: '2026-03-02',
    to: '2026-03-02',
    agentIds: ['8012'],
    teams: ['一组'],
    directions: ['inbound'],
    business: ['售后'],
    statuses: ['analysed'],
    findings: ['fatal'],
    minDurationMs: 1,
    maxDurationMs: 2,
    templateId: 'standard',
    templateVersions: [1, 2],
    lostItem: 'greeting',
    outcome: 'failed',
    fatal: true,
    minScore: 1,
    maxScore: 2,
    ids: ['a'],
    spoken: { text: '投诉' },
  };
  const left = scopeParts(filter, words).reduce((rest, { keys }) => without(rest, keys), filter);
  expect(left).toEqual({});
});
