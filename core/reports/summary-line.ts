/** The one line that goes into a chat group, at most 300 characters. */
import type { Bilingual, Figures, LostItem, Period, Rate } from '../contract/index.ts';
import { type DayRange, isoWeek } from './calendar.ts';

export interface SummaryInput {
  period: Period;
  range: DayRange;
  figures: Figures;
  previous: Figures;
  lostItems: readonly LostItem[];
  teams?: readonly string[] | undefined;
}

const limit = 300;
const topItems = 3;

export function summaryLine(input: SummaryInput): Bilingual {
  return { zh: cut(chinese(input)), en: cut(english(input)) };
}

function chinese({ period, range, figures, previous, lostItems, teams }: SummaryInput): string {
  const name = { day: '日报', week: '周报', month: '月报' }[period];
  const when = {
    day: shortDay(range.from),
    week: `第${isoWeek(range.from).week}周 ${shortDay(range.from)}–${shortDay(range.to)}`,
    month: `${range.from.slice(0, 4)}年${Number(range.from.slice(5, 7))}月`,
  }[period];
  const scope = teams?.length ? ` ${teams.map((team) => team || '未分组').join('、')}` : '';
  const head = `【质检${name} ${when}${scope}】录音${grouped(figures.recordings)} 实检${grouped(figures.reviewed)}`;
  if (figures.reviewed === 0) return head;
  const top = lostItems.slice(0, topItems).map((item) => `${item.article} ${item.title.zh}×${item.count}`);
  return [
    `${head}（${percent(figures.coverage)}）`,
    figures.average === null ? '均分—' : `均分${points(figures.average)}${change(figures, previous, zhChange)}`,
    `合格率${percent(figures.passRate)}（${figures.passRate.numerator}/${figures.passRate.denominator}）`,
    `优秀率${percent(figures.excellentRate)}`,
    `致命${figures.fatalRate.numerator}`,
    ...(top.length > 0 ? [`差错前${top.length}：${top.join('、')}`] : []),
  ].join(' ');
}

function english({ period, range, figures, previous, lostItems, teams }: SummaryInput): string {
  const name = { day: 'daily', week: 'weekly', month: 'monthly' }[period];
  const when = {
    day: range.from,
    week: `W${isoWeek(range.from).week}, ${range.from} to ${range.to}`,
    month: range.from.slice(0, 7),
  }[period];
  const scope = teams?.length ? `, ${teams.map((team) => team || 'no team').join(', ')}` : '';
  const head = `[QA ${name} report ${when}${scope}] ${grouped(figures.recordings)} recordings, ${grouped(figures.reviewed)} reviewed`;
  if (figures.reviewed === 0) return head;
  const top = lostItems.slice(0, topItems).map((item) => `${item.article} ${item.title.en} ×${item.count}`);
  return [
    `${head} (${percent(figures.coverage)})`,
    figures.average === null ? 'average –' : `average ${points(figures.average)}${change(figures, previous, enChange)}`,
    `pass ${percent(figures.passRate)} (${figures.passRate.numerator}/${figures.passRate.denominator})`,
    `excellent ${percent(figures.excellentRate)}`,
    `fatal ${figures.fatalRate.numerator}`,
    ...(top.length > 0 ? [`top: ${top.join('; ')}`] : []),
  ].join(', ');
}

const zhChange = { up: '↑', down: '↓', same: '持平', open: '（', close: '）' };
const enChange = { up: 'up ', down: 'down ', same: 'unchanged', open: ' (', close: ')' };

/** Arrows and words, never red and green: on Chinese markets red means a rise. */
function change(figures: Figures, previous: Figures, words: typeof zhChange): string {
  if (figures.average === null || previous.average === null) return '';
  const difference = figures.average - previous.average;
  const text =
    difference === 0 ? words.same : `${difference > 0 ? words.up : words.down}${points(Math.abs(difference))}`;
  return `${words.open}${text}${words.close}`;
}

const grouped = (count: number): string => count.toLocaleString('en-US');
const points = (hundredths: number): string => (hundredths / 100).toFixed(2);
const percent = (rate: Rate): string => (rate.value === null ? '—' : `${(rate.value * 100).toFixed(1)}%`);
const shortDay = (date: string): string => `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`;

function cut(line: string): string {
  const characters = Array.from(line);
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}
