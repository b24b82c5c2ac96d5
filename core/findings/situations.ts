import type { Bilingual } from '../contract/index.ts';
import { detectors } from './detectors/index.ts';

const situations = new Map(detectors.map(({ rule }) => [rule.id, rule.situation]));

/**
 * What did not happen in a call, in words.
 * @param rules those that had no occasion
 * @returns null when none of them names its situation
 */
export function nothingOf(rules: readonly string[]): Bilingual | null {
  const named = rules.flatMap((rule) => situations.get(rule) ?? []);
  const texts = (language: 'zh' | 'en') => [...new Set(named.map((situation) => situation[language]))];
  if (named.length === 0) return null;
  return { zh: `通话中没有${texts('zh').join('或')}`, en: `There was no ${texts('en').join(' or ')} in this call` };
}
