import { defineDetector } from '../define-detector.ts';
import { judgePhrases, PhraseParams, phrasesSaid } from '../phrase-rule.ts';
import { pushingOffPhrases } from '../phrases/pushing-off.ts';
import { takenAmiss } from '../taken-amiss.ts';

/** Article 14 and first-contact responsibility. */
export const pushingOff = defineDetector({
  id: 'pushing-off',
  version: 4,
  title: { zh: '不推诿客户', en: 'Does not push the customer off' },
  breach: { zh: '推诿客户', en: 'Customer pushed off' },
  severity: 'serious',
  needs: ['transcript'],
  phrases: [pushingOffPhrases],
  params: PhraseParams,
  detect: (call, params) =>
    judgePhrases(
      phrasesSaid(call, [pushingOffPhrases], params),
      { zh: '推诿用语', en: 'phrase that pushes off' },
      takenAmiss(call, 'pushed-off'),
    ),
});
