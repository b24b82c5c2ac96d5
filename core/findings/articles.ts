/**
 * Which rule judges which article of the service standard and which on-site rule, and why the rest is for a person.
 * docs/articles.md is made of this (npm run articles).
 */
import type { Bilingual } from '../contract/index.ts';
import { chapters1to3 } from './articles/chapters-1-to-3.ts';
import { chapters4and5 } from './articles/chapters-4-and-5.ts';
import { onSiteRules } from './articles/on-site-rules.ts';

/** What a machine can go by: the sound, the words, the call record; or a person alone. */
export type Ground = 'audio' | 'text' | 'meta' | 'human';

export interface Article {
  /** As forms cite it: "24.14"; on-site rules "1" to "9". */
  id: string;
  asks: Bilingual;
  grounds: readonly Ground[];
  /** Detectors that judge it, wholly or in part. */
  rules: readonly string[];
  /** What is left to a person, and why; absent where the rules judge all of it. */
  person?: Bilingual;
}

/** The standard's articles in their order. There is no article 5. */
export const standardArticles: readonly Article[] = [...chapters1to3, ...chapters4and5];

export { onSiteRules };

/** The articles that a form's item cites: "23.1-23.3", "14,24.6". @returns ids as in `Article` */
export function citedArticles(citation: string): string[] {
  return citation.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-') as [string, string?];
    const chapter = first.includes('.') ? `${first.split('.')[0]}.` : '';
    const number = (article: string) => Number(article.split('.').at(-1));
    return Array.from({ length: number(last) - number(first) + 1 }, (_, index) => `${chapter}${number(first) + index}`);
  });
}

/** Detectors that judge no article, and what they are for. */
export const besideArticles: Readonly<Record<string, Bilingual>> = {
  'customer-dissatisfied': {
    zh: '标记：挑出客户不满的通话供人听；客户不满不是坐席违规，不建议答案，也不扣分。',
    en: 'A mark: picks calls of dissatisfied customers to listen to; it accuses nobody, proposes no answer and costs no points.',
  },
  'customer-data-spoken': {
    zh: '标出说出完整客户号码的位置，供导出前脱敏；说出号码本身不违反任何条款。',
    en: 'Shows where whole customer numbers are spoken, to be redacted before export; saying them breaks no article.',
  },
};
