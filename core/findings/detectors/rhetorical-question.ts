import { defineDetector } from '../define-detector.ts';
import { judgePhrases, PhraseParams, phrasesSaid } from '../phrase-rule.ts';
import { rhetoricalQuestions } from '../phrases/rhetorical.ts';
import { takenAmiss } from '../taken-amiss.ts';

/** Article 13. */
export const rhetoricalQuestion = defineDetector({
  id: 'rhetorical-question',
  version: 4,
  title: { zh: '不反问、质问客户', en: 'No rhetorical or accusing questions' },
  breach: { zh: '反问或质问客户', en: 'Rhetorical or accusing question' },
  severity: 'serious',
  needs: ['transcript'],
  phrases: rhetoricalQuestions,
  params: PhraseParams,
  detect: (call, params) =>
    judgePhrases(
      phrasesSaid(call, rhetoricalQuestions, params),
      {
        zh: '反问或质问的话',
        en: 'rhetorical or accusing question',
      },
      takenAmiss(call, 'rude'),
    ),
});
