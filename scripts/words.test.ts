/**
 * One word for one thing, in both languages, wherever people read: screens, menus, errors, findings, reports, the
 * command line. A word that is another thing's name, or a second name for a thing, is refused with the right one.
 */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorTexts, figureDefinitions } from '../core/contract/index.ts';
import { words } from '../core/reports/words/index.ts';
import { commandInfo } from '../renderer/commands/commands.ts';
import { locales } from '../renderer/i18n/locales.ts';
import { guide } from '../renderer/screens/help/guide/index.ts';
import { root } from './lib/root.mjs';

type Language = 'zh' | 'en';
interface Text {
  where: string;
  text: string;
}

interface Rule {
  no: RegExp;
  yes: string;
  /** Places where the word means something else. */
  but?: RegExp;
}

const rules: Record<Language, Rule[]> = {
  zh: [
    { no: /座席|话务员/, yes: '坐席' },
    { no: /(坐席|员工)(编号|ID)/, yes: '工号' },
    { no: /电话(?!号)/, yes: '通话', but: /^scoring-templates/ },
    { no: /语音/, yes: '录音', but: /models-catalogue/ },
    { no: /小组|部门/, yes: '班组' },
    { no: /组长/, yes: '班长' },
    { no: /CDR/, yes: '话单' },
    { no: /评测/, yes: '质检' },
    { no: /复检|抽查/, yes: '复核' },
    { no: /任务池/, yes: '待办' },
    { no: /评分表|问卷/, yes: '评分模板' },
    { no: /检出项|命中/, yes: '发现' },
    { no: /准确率/, yes: '判准率' },
    { no: /召回率/, yes: '检出率' },
    { no: /失分|主要原因/, yes: '差错、归因' },
    { no: /TOP ?\d/i, yes: '差错前五' },
    // The agent's mute button is 静音; nobody speaking is 静默.
    { no: /静音(时长|过长|超过|片段|段|部分)|跳过静音/, yes: '静默' },
    { no: /字幕/, yes: '转写' },
    { no: /修订/, yes: '更正' },
    { no: /批注|评论/, yes: '备注' },
    { no: /推送/, yes: '下发' },
    { no: /仲裁|申述/, yes: '申诉' },
    { no: /退回(草稿|修改)/, yes: '撤回修改' },
    { no: /仪表盘/, yes: '看板' },
    { no: /罚款|罚金/, yes: '绩效扣减' },
    { no: /反面|正面示例|警示/, yes: '待改进、示范' },
    { no: /打码/, yes: '脱敏' },
    { no: /环比|同比/, yes: '比上期、比去年同期' },
    { no: /百分点/, yes: '个百分点', but: /个百分点|(?<!\d)百分点$/ },
    { no: /\bpp\b|n ?= ?/, yes: '个百分点、通' },
    { no: /审计/, yes: '留痕' },
    { no: /录音量/, yes: '录音总量' },
    { no: /\bAI\b/, yes: '机判' },
  ],
  en: [
    { no: /\bseats?\b|operators?\b/i, yes: 'agent', but: /^scoring-templates/ },
    { no: /\bagent (no\.|number|id)/i, yes: 'service number' },
    { no: /\bCDR\b/, yes: 'call record', but: /^cli|cdr/i },
    { no: /\bgroup leader\b/i, yes: 'team leader' },
    { no: /\b(scoring )?templates?\b/i, yes: 'form' },
    { no: /\bquestionnaire\b/i, yes: 'form' },
    { no: /\bmain cause\b/i, yes: 'cause' },
    { no: /\bloss rate\b/i, yes: 'error rate' },
    { no: /\b(bad|good|negative|positive) examples?\b/i, yes: 'weak example, model example' },
    { no: /\bsubtitles?\b/i, yes: 'transcript' },
    { no: /\b(re-?open|withdraw)\b/i, yes: 'retract' },
    { no: /\bpp\b|\bn = /, yes: 'percentage points, calls' },
    { no: /\baudit (trail|record)\b/i, yes: 'audit log' },
    { no: /\bnotes?\b on this call/i, yes: 'comment' },
    { no: /\bfine\b \(|\bpenalty\b/i, yes: 'performance adjustment' },
  ],
};

/** Texts of an object of texts, whatever its shape. */
function flatten(value: unknown, where: string): Text[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${where}.${key}`));
}

/** `{ zh: '…', en: '…' }` in the source and in data: what the core says about a call, and the command line's words. */
async function written(language: Language): Promise<Text[]> {
  const found: Text[] = [];
  const text = new RegExp(`["']?\\b${language}\\b["']?:\\s*\\[?(['"\`])((?:\\\\.|(?!\\1).)*)\\1`, 'gs');
  for await (const file of glob(['core/**/*.ts', 'cli/**/*.ts', 'electron/*.ts', 'scoring-templates/*.json'], {
    cwd: root,
  })) {
    if (/\.test\.ts$|testing|\/test-/.test(file)) continue;
    for (const [, , words] of readFileSync(join(root, file), 'utf8').matchAll(text))
      found.push({ where: file, text: words!.replaceAll(/\$\{.*?\}/g, '') });
  }
  return found;
}

async function allTexts(language: Language): Promise<Text[]> {
  return [
    ...Object.entries(locales).flatMap(([name, locale]) => flatten(locale[language], name)),
    ...Object.entries(commandInfo).map(([id, { title }]) => ({ where: `command ${id}`, text: title[language] })),
    ...Object.entries(errorTexts).map(([code, text]) => ({ where: `error ${code}`, text: text[language] })),
    ...flatten(words[language], 'report words'),
    ...Object.entries(figureDefinitions).flatMap(([id, { name, formula, note }]) =>
      [name, formula, note].flatMap((part) => (part ? [{ where: `figure ${id}`, text: part[language] }] : [])),
    ),
    ...guide.flatMap(({ lines }) =>
      lines.flatMap(({ head, text }) => [head, text].map((part) => ({ where: 'guide', text: part[language] }))),
    ),
    ...(await written(language)),
  ];
}

test.each(['zh', 'en'] as const)('every thing has one name (%s)', async (language) => {
  const texts = await allTexts(language);
  // The table is worth nothing where the texts are not found.
  expect(texts.length).toBeGreaterThan(1500);
  const faults = rules[language].flatMap(({ no, yes, but }) =>
    texts
      .map(({ where, text }) => ({ where, text: text.replaceAll(/\{\{?[\w.-]+\}?\}/g, '') }))
      .filter(({ where, text }) => no.test(text) && !but?.test(where) && !but?.test(text))
      .map(({ where, text }) => `${where}: "${text.slice(0, 80)}" should say ${yes}`),
  );
  expect([...new Set(faults)]).toEqual([]);
});

/** Formats, names and units that are written the same in Chinese. */
const known =
  /^(Whisper|whisper|cpp|SenseVoice|Paraformer|sherpa|onnx|ONNX|FunASR|turbo|Hugging|Face|SHA|WAV|MP3|CSV|XLSX|XLS|JSON|SRT|VTT|WebVTT|TXT|DOCX|Word|Excel|English|Ctrl|Shift|Alt|Enter|Esc|Space|Del|Delete|Backspace|PgUp|PgDn|Home|End|Tab|Linux|Windows|macOS|Asia|Shanghai|UTF|GB|GBK|kHz|GHz|Hz|dB|PCM|ISO|ID|VIP|FFmpeg|Apache|Silero|CPU|AVX|ARM|x64|int|bin|tokens|model|zip|ZIP|GSM|IVR|PBX|FreeSWITCH|Node|Chromium|Electron|LAN|URL|HTTP|https?|npm|OS|ASR|MB|KB|F1|A4|zs|ms|make|gcc|clang|WPS|PDF|RAW|RE2|TTML|ASS|LRC|TextGrid|Praat|ELAN|CTM|Kaldi|NeMo|Audacity|faster|M4A|OGG|FLAC|AMR|WMA|SoX|m4a|mp3|wav|csv|xlsx|json|srt|vtt|txt|docx)$/;

test('no English word stands in a Chinese text', () => {
  const texts = [
    ...Object.entries(locales).flatMap(([name, locale]) => flatten(locale.zh, name)),
    ...Object.entries(commandInfo)
      // The command that changes the language is named in the other one.
      .filter(([id]) => id !== 'view.language')
      .map(([id, { title }]) => ({ where: `command ${id}`, text: title.zh })),
    ...Object.entries(errorTexts).map(([code, { zh }]) => ({ where: `error ${code}`, text: zh })),
    ...flatten(words.zh, 'report words'),
  ];
  const faults = texts.flatMap(({ where, text }) =>
    (text.replaceAll(/\{\{?[\w.-]+\}?\}|https?:\S+|--?[\w-]+|[\w./-]+\.\w+/g, ' ').match(/[A-Za-z][A-Za-z\d-]+/g) ?? [])
      .filter((word) => !word.split('-').every((part) => known.test(part)))
      .map((word) => `${where}: ${word} in "${text.slice(0, 60)}"`),
  );
  expect(faults).toEqual([]);
});

test('both languages of every text are written, and neither is a copy of the other', () => {
  const faults = Object.entries(locales).flatMap(([name, { zh, en }]) => {
    const english = new Map(flatten(en, name).map(({ where, text }) => [where, text]));
    return flatten(zh, name).flatMap(({ where, text }) => {
      const other = english.get(where) ?? '';
      if (text.trim() === '' || other.trim() === '') return [`${where} is empty`];
      // What is to be typed, and names, are the same in both.
      if (/[\u4e00-\u9fff]/.test(other) && !/^search\.example\./.test(where))
        return [`${where} is Chinese in English: ${other}`];
      const places = (one: string) => [...new Set(one.match(/\{\{\w+\}\}/g))].sort().join();
      return places(text) === places(other) ? [] : [`${where} does not name the same: ${text} / ${other}`];
    });
  });
  expect(faults).toEqual([]);
});
