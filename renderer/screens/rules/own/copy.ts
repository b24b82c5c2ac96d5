import type { RuleDefinition } from '../../../../core/contract/index.ts';
import { i18n } from '../../../i18n/index.ts';

/** The same rule under a name of its own, in both languages. */
export function copyOf(definition: RuleDefinition): RuleDefinition {
  const named = (language: 'zh' | 'en') => {
    const title = definition.title[language].trim();
    return title === '' ? '' : i18n.getFixedT(language, 'rules')('copyOf', { title });
  };
  return { ...definition, title: { zh: named('zh'), en: named('en') } };
}
