/** The one line that goes into a chat group, at most 300 characters. */
import type { Bilingual, Figures, Form, FormFigures, LostItem, Period, Rate } from '../contract/index.ts';
import { type DayRange, isoWeek } from './calendar.ts';

export interface SummaryInput {
  period: Period;
  range: DayRange;
  /** The scope's forms; the figures' own follow their order. */
  forms: readonly Form[];
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

function chinese({ period, range, forms, figures, previous, lostItems, teams }: SummaryInput): string {
  const name = { day: '日报', week: '周报', month: '月报' }[period];
  const when = {
    day: shortDay(range.from),
    week: `第${isoWeek(range.from).week}周 ${shortDay(range.from)}–${shortDay(range.to)}`,
    month: `${range.from.slice(0, 4)}年${Number(range.from.slice(5, 7))}月`,
  }[period];
  const scope = teams?.length ? ` ${teams.map((team) => team || '未分组').join('、')}` : '';
  const head = `【质检${name} ${when}${scope}】录音${grouped(figures.recordings)} 实检${grouped(figures.reviewed)}`;
  if (figures.reviewed === 0) return head;
  const scores = scoresByForm(figures, previous, forms).map(({ form, now, before }) => {
    const said = [
      ...(form ? [`${form.title.zh}${grouped(now.reviewed)}通`] : []),
      now.average === null ? '平均分—' : `平均分${points(now.average)}${change(now, before, zhChange)}`,
      `合格率${percent(now.passRate)}（${now.passRate.numerator}/${now.passRate.denominator}）`,
      `优秀率${percent(now.excellentRate)}`,
    ].join(' ');
    return form ? `${said}；` : said;
  });
  return [
    `${head}（${percent(figures.coverage)}）`,
    ...scores,
    `致命${figures.fatal}`,
    ...topOf(lostItems, forms).map((items) => {
      const named = items.map((item) => `${item.article} ${item.title.zh}×${item.count}`).join('、');
      return `${formOf(items, forms)?.title.zh ?? ''}${items.length > 1 ? `差错前${items.length}` : '差错最多'}：${named}`;
    }),
  ].join(' ');
}

function english({ period, range, forms, figures, previous, lostItems, teams }: SummaryInput): string {
  const name = { day: 'daily', week: 'weekly', month: 'monthly' }[period];
  const when = {
    day: range.from,
    week: `W${isoWeek(range.from).week}, ${range.from} to ${range.to}`,
    month: range.from.slice(0, 7),
  }[period];
  const scope = teams?.length ? `, ${teams.map((team) => team || 'no team').join(', ')}` : '';
  const head = `[QA ${name} report ${when}${scope}] ${grouped(figures.recordings)} recordings, ${grouped(figures.reviewed)} reviewed`;
  if (figures.reviewed === 0) return head;
  const scores = scoresByForm(figures, previous, forms).map(({ form, now, before }) =>
    [
      ...(form ? [`${form.title.en}: ${now.reviewed} calls`] : []),
      now.average === null ? 'average –' : `average ${points(now.average)}${change(now, before, enChange)}`,
      `pass ${percent(now.passRate)} (${now.passRate.numerator}/${now.passRate.denominator})`,
      `excellent ${percent(now.excellentRate)}`,
    ].join(', '),
  );
  const several = scores.length > 1;
  return [
    `${head} (${percent(figures.coverage)})`,
    ...scores,
    `fatal ${figures.fatal}`,
    ...topOf(lostItems, forms).map(
      (items) =>
        `${[formOf(items, forms)?.title.en, 'top'].filter(Boolean).join(' ')}: ${items.map((item) => `${item.article} ${item.title.en} ×${item.count}`).join('; ')}`,
    ),
  ].join(several ? '; ' : ', ');
}

/** Each form with what it says now and said before; a single one needs no name. */
function scoresByForm(
  figures: Figures,
  previous: Figures,
  forms: readonly Form[],
): { form: Form | null; now: FormFigures; before: FormFigures | undefined }[] {
  return figures.forms.map((now, index) => ({
    form: forms.length > 1 ? (forms[index] ?? null) : null,
    now,
    before: previous.forms[index],
  }));
}

/** The most frequent errors; with several forms those of each, fewer. */
function topOf(lostItems: readonly LostItem[], forms: readonly Form[]): (readonly LostItem[])[] {
  const most = forms.length > 1 ? 1 : topItems;
  return forms
    .map((form) => lostItems.filter((item) => item.form === form.key).slice(0, most))
    .filter((items) => items.length > 0);
}

/** The form that these errors are of; a single one needs no name. */
const formOf = ([item]: readonly LostItem[], forms: readonly Form[]): Form | undefined =>
  forms.length > 1 ? forms.find(({ key }) => key === item?.form) : undefined;

const zhChange = { up: '↑', down: '↓', same: '持平', open: '（', close: '）' };
const enChange = { up: 'up ', down: 'down ', same: 'unchanged', open: ' (', close: ')' };

/** Arrows and words, never red and green: on Chinese markets red means a rise. */
function change(figures: FormFigures, previous: FormFigures | undefined, words: typeof zhChange): string {
  if (figures.average === null || !previous || previous.average === null) return '';
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
