import { describe, expect, test } from 'vitest';
import { type FigureId, figureDefinitions, figureGroups } from '../../../core/contract/index.ts';
import markdown from '../../../THIRD_PARTY_NOTICES.md?raw';
import { commandInfo } from '../../commands/commands.ts';
import { locales } from '../../i18n/locales.ts';
import { guide } from './guide/index.ts';
import { partsOf } from './guide/section.ts';
import { readNotices } from './notices.ts';
import { searchHelp } from './search-help.ts';

const languages = ['zh', 'en'] as const;
const keysOf = (id: keyof typeof commandInfo) => commandInfo[id].keys;
const lines = guide.flatMap((section) => section.lines.map((line) => [line.head.en, line] as const));

describe('the guide', () => {
  test.each(lines)('names only keys that exist, and the same ones in both languages: %s', (_, { text }) => {
    const [zh, en] = languages.map((language) =>
      partsOf(text[language]).flatMap((part) => ('command' in part ? [part.command] : [])),
    );
    expect(new Set(zh)).toEqual(new Set(en));
    for (const command of zh!) expect(commandInfo[command].keys).not.toEqual([]);
  });

  test.each(lines)('leaves what a key is called to the registry of commands: %s', (_, { head, text }) => {
    // Enter and Esc in a text box and in a dialog are nobody's command.
    const named = /\b(Ctrl|Alt|Shift|Space|PgUp|PgDn|Home|End|Del|Backspace|F\d+)\b/;
    for (const language of languages) expect(`${head[language]} ${text[language]}`).not.toMatch(named);
  });

  test('refuses a command that does not exist', () => {
    expect(() => partsOf('按 {score.sumbit} 提交')).toThrow('score.sumbit');
  });
});

describe('what the figures mean', () => {
  const shown: readonly [string, string][] = [
    ...Object.keys(locales.trends.zh.figure).map((key): [string, string] => ['dashboard', key]),
    ...Object.keys(locales.reports.zh.figure).map((key): [string, string] => ['reports', key]),
  ];

  test.each(shown)('every figure of the %s is defined: %s', (_, key) => {
    expect(Object.keys(figureDefinitions)).toContain(key);
  });

  test.each(Object.keys(figureDefinitions) as FigureId[])(
    '%s is defined in both languages and stands in the help',
    (id) => {
      const { name, formula, note } = figureDefinitions[id];
      for (const text of [name, formula, ...(note ? [note] : [])]) {
        expect(text.zh).toMatch(/[\u4e00-\u9fff]|分:秒/);
        expect(text.en).toMatch(/^[^\u4e00-\u9fff]+$/);
      }
      expect(figureGroups.filter(({ ids }) => ids.includes(id))).toHaveLength(1);
    },
  );
});

describe('searching the help', () => {
  const found = (text: string, language: 'zh' | 'en') => {
    const { sections, commands, groups } = searchHelp(text, language, keysOf);
    return {
      lines: sections.flatMap((section) => section.lines).length,
      commands,
      figures: groups.flatMap(({ ids }) => ids),
    };
  };
  test.each([
    ['a word of the guide', '声道', 'zh', { lines: 3, commands: ['call.swap-sides', 'play.lane'] }],
    ['several words, in any order', 'swapped agent', 'en', { lines: 1 }],
    ['a key as it is printed', 'ctrl+enter', 'en', { commands: ['score.submit', 'search.queue', 'rules.backtest'] }],
    ['a figure by its English name in the Chinese interface', 'recall', 'zh', { figures: ['recall'] }],
    ['full-width letters', 'ＥＸＣＥＬ', 'zh', { lines: 1 }],
    ['what is not there', '量子', 'zh', { lines: 0, commands: [], figures: [] }],
  ] as const)('finds %s', (_, text, language, expected) => {
    expect(found(text, language)).toMatchObject(expected);
  });
});

test('the licences are read whole from the file that `npm run notices` makes', () => {
  const { parts, packages, texts } = readNotices(markdown);
  expect(parts.map(({ title }) => title)).toContain('FFmpeg');
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['react', 'zod', 'better-sqlite3']));
  const rows = markdown
    .split('## Packages')[1]!
    .split('## Licence texts')[0]!
    .match(/^\| (?!package|-)/gm);
  expect(packages).toHaveLength(rows!.length);
  expect(texts).toHaveLength(markdown.split('## Licence texts')[1]!.match(/^~~~text$/gm)!.length);
  for (const { text } of texts) expect(text.trim()).not.toBe('');
});
