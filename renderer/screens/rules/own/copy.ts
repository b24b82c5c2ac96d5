import type { Bilingual, RuleDefinition } from '../../../../core/contract/index.ts';
import { i18n } from '../../../i18n/index.ts';

/** The same rule under a name of its own, in both languages. */
export function copyOf(definition: RuleDefinition): RuleDefinition {
  const named = (name: Bilingual, language: 'zh' | 'en') => {
    const title = name[language].trim();
    return title === '' ? '' : i18n.getFixedT(language, 'rules')('copyOf', { title });
  };
  const both = (name: Bilingual) => ({ zh: named(name, 'zh'), en: named(name, 'en') });
  return { ...definition, title: both(definition.title), breach: both(definition.breach) };
}
