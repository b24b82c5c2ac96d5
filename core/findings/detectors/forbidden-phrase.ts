import { defineDetector } from '../define-detector.ts';
import { judgePhrases, PhraseParams, phrasesSaid } from '../phrase-rule.ts';
import { forbiddenPhrases } from '../phrases/forbidden.ts';
import { takenAmiss } from '../taken-amiss.ts';

/** Article 11. The agent's own words only: quoting the customer does not count. */
export const forbiddenPhrase = defineDetector({
  id: 'forbidden-phrase',
  version: 4,
  title: { zh: '不说服务忌语', en: 'No forbidden phrases' },
  breach: { zh: '说了服务忌语', en: 'Forbidden phrase said' },
  severity: 'fatal',
  needs: ['transcript'],
  phrases: forbiddenPhrases,
  params: PhraseParams,
  detect: (call, params) =>
    judgePhrases(
      phrasesSaid(call, forbiddenPhrases, params),
      { zh: '服务忌语', en: 'forbidden phrase' },
      takenAmiss(call, 'rude'),
    ),
});
