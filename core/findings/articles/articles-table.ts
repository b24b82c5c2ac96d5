/** docs/articles.md: each article, the rules that judge it, and what is left to a person. */
import { type Article, besideArticles, type Ground, onSiteRules, standardArticles } from '../articles.ts';
import { detectors } from '../detectors/index.ts';

const grounds: Record<Ground, string> = {
  audio: '声音 audio',
  text: '文字 text',
  meta: '话单 meta',
  human: '人工 human',
};

/** @returns Markdown in both languages */
export function articlesTable(): string {
  return `${[
    '# 条款与规则 · Articles and rules',
    '',
    '由代码生成（`npm run articles`），请勿手改：`core/findings/articles.ts`。一条规则的结论只是建议，由质检员决定。',
    '',
    'Made from the code (`npm run articles`), not by hand: `core/findings/articles.ts`. What a rule says is a suggestion; the inspector decides.',
    '',
    '## 服务标准 · Service standard',
    '',
    ...tableOf(standardArticles),
    '',
    '标准没有第 5 条。There is no article 5.',
    '',
    '## 现场管理办法：通话 · On-site rules for calls',
    '',
    ...tableOf(onSiteRules),
    '',
    '## 不判条款的规则 · Rules that judge no article',
    '',
    '| 规则 rule | 用途 what for |',
    '|---|---|',
    ...detectors
      .filter(({ rule }) => besideArticles[rule.id])
      .map(({ rule }) => `| ${ruleCell(rule.id)} | ${besideArticles[rule.id]!.zh}<br>${besideArticles[rule.id]!.en} |`),
  ].join('\n')}\n`;
}

function tableOf(articles: readonly Article[]): string[] {
  return [
    '| 条款 article | 要求 asks | 依据 by | 规则 rules | 由人判断的及原因 for a person, and why |',
    '|---|---|---|---|---|',
    ...articles.map((article) => {
      const rules = article.rules.map(ruleCell).join('<br>') || '–';
      const person = article.person ? `${article.person.zh}<br>${article.person.en}` : '–';
      const by = article.grounds.map((ground) => grounds[ground]).join(', ');
      return `| ${article.id} | ${article.asks.zh}<br>${article.asks.en} | ${by} | ${rules} | ${person} |`;
    }),
  ];
}

function ruleCell(id: string): string {
  const title = detectors.find(({ rule }) => rule.id === id)?.rule.title;
  return title ? `\`${id}\` ${title.zh} · ${title.en}` : `\`${id}\``;
}
