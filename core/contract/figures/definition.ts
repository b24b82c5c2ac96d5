/** What a figure means, in both languages: the same words in tooltips, in the help and in exported reports. */
import type { Bilingual } from '../common.ts';

export interface FigureDefinition {
  name: Bilingual;
  /** How it is reckoned. */
  formula: Bilingual;
  /** What counts in and what does not. */
  note?: Bilingual;
}

export const say = (zh: string, en: string): Bilingual => ({ zh, en });
