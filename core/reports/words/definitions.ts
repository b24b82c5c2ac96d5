/** What every figure means; printed with every export so that a number can be checked. */
import { type Language, reportFigures } from '../../contract/index.ts';

export interface Definition {
  name: string;
  formula: string;
  note: string;
}

const inLanguage = (language: Language): Definition[] =>
  Object.values(reportFigures).map((figure) => ({
    name: figure.name[language],
    formula: figure.formula[language],
    note: 'note' in figure ? figure.note[language] : '',
  }));

export const definitions: Record<Language, readonly Definition[]> = { zh: inLanguage('zh'), en: inLanguage('en') };
