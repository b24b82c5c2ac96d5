import { defineDetector } from '../define-detector.ts';
import { judgePhrases, PhraseParams, phrasesSaid } from '../phrase-rule.ts';
import { abusivePhrases, insultingPhrases } from '../phrases/insulting.ts';
import { takenAmiss } from '../taken-amiss.ts';

const groups = [insultingPhrases, abusivePhrases];

/** On-site rule 1, as far as words tell: the agent insults the customer. */
export const insult = defineDetector({
  id: 'insult',
  version: 3,
  title: { zh: '不侮辱客户', en: 'Does not insult the customer' },
  breach: { zh: '侮辱客户', en: 'Customer insulted' },
  severity: 'fatal',
  needs: ['transcript'],
  phrases: groups,
  params: PhraseParams,
  detect: (call, params) =>
    judgePhrases(phrasesSaid(call, groups, params), { zh: '侮辱的话', en: 'insult' }, takenAmiss(call, 'insulted')),
});
