import { expect, it } from 'vitest';
import type { Condition, RuleVersion } from '../../../../core/contract/index.ts';
import { i18n } from '../../../i18n/index.ts';
import { fieldsOf } from '../form/params-schema.ts';
import { starters } from '../own/starters.ts';
import { differences } from './version-diff.ts';

const fields = fieldsOf({
  properties: {
    limit: { type: 'number', default: 60, label: { zh: '最长等待', en: 'Wait at most' }, unit: { zh: '秒', en: 's' } },
    extra: { type: 'array', items: { type: 'string' }, default: [], label: { zh: '增加的词句', en: 'Added phrases' } },
    groups: { type: 'array', items: { properties: { title: {}, phrases: {} } }, default: [] },
  },
});
const context = { fields, t: i18n.getFixedT('zh', 'rules'), language: 'zh' } as const;
const version = (patch: Partial<RuleVersion>): RuleVersion => ({
  version: 1,
  at: null,
  who: null,
  action: 'params',
  note: '',
  enabled: true,
  params: {},
  definition: null,
  ...patch,
});

it('names the default where a parameter was not changed before', () => {
  expect(differences(version({}), version({ params: { limit: 30 } }), context)).toEqual([
    { label: '最长等待', before: '60 秒', after: '30 秒' },
  ]);
  expect(differences(version({ params: { limit: 30 } }), version({}), context)).toEqual([
    { label: '最长等待', before: '30 秒', after: '60 秒' },
  ]);
});

it('shows of lists only what came and went', () => {
  const before = version({ params: { extra: ['一', '二'] } });
  const after = version({
    params: { extra: ['二', '三'], groups: [{ title: '本地', phrases: ['四'], patterns: ['五+'] }] },
  });
  expect(differences(before, after, context)).toEqual([
    { label: '增加的词句', before: '一', after: '三' },
    { label: 'groups', before: null, after: '本地: 四 五+' },
  ]);
});

it('tells when a rule was switched off', () => {
  expect(differences(version({}), version({ enabled: false }), context)).toEqual([
    { label: '', before: '启用', after: '停用' },
  ]);
});

it('finds nothing in two equal versions', () => {
  const same = version({ params: { limit: 30 }, definition: starters[0]!.definition });
  expect(differences(same, { ...same, note: '别的说明' }, context)).toEqual([]);
});

it('shows of an own rule the parts that changed, words written out', () => {
  const { definition } = starters[1]!;
  const [condition] = definition.conditions;
  const words = ['一', '二', '三', '四', '五', '六'];
  const changed = {
    ...definition,
    severity: 'fatal' as const,
    conditions: [{ ...condition!, operator: { ...condition!.operator, words } as Condition['operator'] }],
  };
  const found = differences(version({ definition }), version({ definition: changed }), context);
  expect(found.map(({ label }) => label)).toEqual(['级别', '读作', '条件 A']);
  expect(found[2]!.after).toContain('“六”');
});

it('reads the first version of an own rule as a whole', () => {
  expect(differences(null, version({ definition: starters[2]!.definition }), context)).toEqual([
    { label: '读作', before: null, after: '仅当方向是呼入时：坐席隔 8 秒以上才回应，即不合格。' },
  ]);
});
