/** Rules to start an own one from: the three shapes that most own rules have. */
import type { Condition, RuleDefinition } from '../../../../core/contract/index.ts';

interface Starter {
  id: 'apology' | 'more-needs' | 'slow-answer';
  definition: RuleDefinition;
}

const plain = { label: '', range: null, anchor: null } as const;
const words = (...list: string[]): Condition['operator'] => ({
  kind: 'keywords',
  words: list,
  match: 'any',
  least: 1,
  within: 'range',
});

export const starters: readonly Starter[] = [
  {
    id: 'apology',
    definition: {
      title: { zh: '客户投诉后应致歉', en: 'An apology after a complaint' },
      breach: { zh: '客户投诉后没有致歉', en: 'No apology after a complaint' },
      severity: 'serious',
      means: 'requirement',
      conditions: [
        { ...plain, id: 'complaint', role: 'customer', operator: words('投诉', '太差了', '不满意') },
        {
          ...plain,
          id: 'sorry',
          role: 'agent',
          operator: words('抱歉', '对不起', '不好意思'),
          anchor: { condition: 'complaint', where: 'after', hit: 'every', within: 3, unit: 'sentences' },
        },
      ],
      when: null,
      match: { condition: 'sorry' },
    },
  },
  {
    id: 'more-needs',
    definition: {
      title: { zh: '结束前询问其他需求', en: 'Ask for further needs before closing' },
      breach: { zh: '结束前没有询问其他需求', en: 'No question for further needs' },
      severity: 'minor',
      means: 'requirement',
      conditions: [
        {
          ...plain,
          id: 'more',
          role: 'agent',
          operator: words('还有什么', '还有其他', '其他问题', '别的需要'),
          range: { from: 'end', count: 5, unit: 'sentences' },
        },
      ],
      when: null,
      match: { condition: 'more' },
    },
  },
  {
    id: 'slow-answer',
    definition: {
      title: { zh: '呼入时迟迟不回应客户', en: 'Slow to answer the customer on inbound calls' },
      breach: { zh: '', en: '' },
      severity: 'minor',
      means: 'breach',
      conditions: [
        {
          ...plain,
          id: 'inbound',
          role: 'any',
          operator: { kind: 'record', field: 'direction', column: '', compare: 'is', values: ['inbound'] },
        },
        { ...plain, id: 'slow', role: 'agent', operator: { kind: 'silence', seconds: 8 } },
      ],
      when: { condition: 'inbound' },
      match: { condition: 'slow' },
    },
  },
];

/** A rule with nothing in it yet. */
export const blank: RuleDefinition = {
  title: { zh: '', en: '' },
  breach: { zh: '', en: '' },
  severity: 'minor',
  means: 'breach',
  conditions: [{ ...plain, id: 'c1', role: 'agent', operator: words() }],
  when: null,
  match: { condition: 'c1' },
};
