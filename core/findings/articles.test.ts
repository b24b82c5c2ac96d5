import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTemplateFiles } from '../scoring/template-files.ts';
import { articlesTable } from './articles/articles-table.ts';
import { type Article, besideArticles, citedArticles, onSiteRules, standardArticles } from './articles.ts';
import { detectors } from './detectors/index.ts';

const all = [...standardArticles, ...onSiteRules];
const known = detectors.map(({ rule }) => rule.id);
const ids = (chapter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${chapter}${from + index}`);

describe('the articles', () => {
  it('are all those of the standard and all nine on-site rules, once each', () => {
    expect(standardArticles.map(({ id }) => id)).toEqual([
      ...ids('', 1, 4),
      ...ids('', 6, 22),
      ...ids('23.', 1, 15),
      ...ids('24.', 1, 14),
      '25',
      ...ids('26.', 1, 9),
    ]);
    expect(onSiteRules.map(({ id }) => id)).toEqual(ids('', 1, 9));
  });

  it.each(all.map((article): [string, string, Article] => [article.id, article.asks.en, article]))(
    '%s (%s) has a rule, or the reason why a person must judge it',
    (_id, _asks, { rules, person, grounds }) => {
      expect(rules.length > 0 || (person?.zh && person.en)).toBeTruthy();
      expect(rules.filter((rule) => !known.includes(rule))).toEqual([]);
      // A person alone is the ground only where no rule looks.
      if (rules.length > 0) expect(grounds).not.toEqual(['human']);
    },
  );

  it('name every rule, except those that are said to judge no article', () => {
    const named = new Set(all.flatMap(({ rules }) => rules));
    for (const { rule } of detectors) {
      expect(named.has(rule.id) !== rule.id in besideArticles, rule.id).toBe(true);
      if (rule.mark) expect(rule.id in besideArticles, rule.id).toBe(true);
    }
    expect(Object.keys(besideArticles).filter((rule) => !known.includes(rule))).toEqual([]);
  });

  it('stand in docs/articles.md as they are here (npm run articles)', () => {
    expect(readFileSync(new URL('../../docs/articles.md', import.meta.url), 'utf8')).toBe(articlesTable());
  });
});

describe('a form’s item', () => {
  const templates = readTemplateFiles(fileURLToPath(new URL('../../scoring-templates', import.meta.url)));
  const items = templates.flatMap(({ template }) =>
    template.sections.flatMap((section) =>
      section.items.map((item): [string, string, string[], readonly Article[]] => [
        `${template.id}/${item.id}`,
        item.article,
        item.rules,
        template.mode === 'deduction' ? onSiteRules : standardArticles,
      ]),
    ),
  );

  it.each(items)('%s cites articles (%s) that exist and that its rules judge', (_id, citation, rules, articles) => {
    const cited = articles.filter(({ id }) => citedArticles(citation).includes(id));
    expect(cited).toHaveLength(citedArticles(citation).length);
    const judging = cited.flatMap((article) => article.rules);
    expect(rules.filter((rule) => !judging.includes(rule))).toEqual([]);
  });

  it.each([
    ['24.14', ['24.14']],
    ['14,24.7', ['14', '24.7']],
    ['23.1-23.3', ['23.1', '23.2', '23.3']],
    ['1-3', ['1', '2', '3']],
  ])('may cite %s', (citation, articles) => expect(citedArticles(citation)).toEqual(articles));
});
