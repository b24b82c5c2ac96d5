/** What every figure means; printed with every export so that a number can be checked. */
import type { Language } from '../../contract/index.ts';

export interface Definition {
  name: string;
  formula: string;
  note: string;
}

export const definitions: Record<Language, readonly Definition[]> = {
  zh: [
    { name: '录音总量', formula: '期间内录音通数', note: '库中全部录音，不论是否质检。' },
    { name: '实检量', formula: '期间内录音中已提交质检的通数', note: '草稿与跳过的不计；每通录音只有一份质检。' },
    { name: '抽检覆盖率', formula: '实检量 ÷ 录音总量', note: '' },
    { name: '坐席覆盖率', formula: '被检坐席数 ÷ 有通话坐席数', note: '每名坐席只计一次；没有工号的录音不计。' },
    {
      name: '评分模板与得分',
      formula: '平均分和各项比率按评分模板分别计算',
      note: '不同模板的得分含义不同，不合成一个数，不互相排名，只与同一模板的往期比较；通数可以相加。同一模板的各版本，评分方式、合格线、优秀线和致命处理都相同的合并计算，不同的分开。',
    },
    {
      name: '平均分',
      formula: 'Σ最终得分 ÷ 有得分通数',
      note: '直接由各通得分计算，不是坐席平均分的平均；保留两位小数，四舍五入。致命通话按模板规定计（记 0 分或保留得分）。全部项目不适用的质检没有得分，不计入。',
    },
    { name: '合格率', formula: '合格通数 ÷ 有得分通数', note: '得分达到模板合格线且无致命差错。' },
    { name: '优秀率', formula: '优秀通数 ÷ 有得分通数', note: '得分达到模板优秀线且无致命差错。' },
    { name: '致命错误率', formula: '含致命差错通数 ÷ 实检量', note: '任一致命项判为“否”的通话。' },
    { name: '项次', formula: '在该项扣分的通数', note: '扣了分，或该项使分项、整单不合格；同一通多次发生计一次。' },
    { name: '占比 / 累计占比', formula: '项次 ÷ 同一模板的全部项次', note: '按项次由高到低累计。' },
    { name: '差错率', formula: '项次 ÷ 该项适用的通数', note: '不适用（N/A）的通话不在分母内。' },
    {
      name: '比上期',
      formula: '数量：(本期 − 上期) ÷ 上期；平均分：相差分数；比率：相差百分点',
      note: '上期为紧邻的前一日、前一周或前一月。',
    },
    {
      name: '比上周同日 / 比去年同期',
      formula: '与“比上期”相同',
      note: '日报与上周同一星期几比较；周报与去年同一 ISO 周比较（去年没有第 53 周时取第 52 周）；月报与去年同月比较。',
    },
    { name: '位置', formula: '分:秒', note: '该项第一条备注的时间；没有备注时取机器证据的开始时间。' },
    {
      name: '违规级别',
      formula: '模板中该评分项所列的级别（严重、较严重、一般）',
      note: '现场管理规定自己的分级，与等级（致命、严重、轻微）无关。',
    },
    {
      name: '典型录音',
      formula: '示范：合格、无致命差错，且机器发现的问题都经人判为误报；待改进：不合格或有致命差错',
      note: '每个模板各取至多三通：示范按得分由高到低，待改进由低到高；同分按提交先后，再按质检编号。',
    },
    { name: '样本少', formula: '实检少于 5 通', note: '数字照列，不宜排名。' },
  ],
  en: [
    { name: 'Recordings', formula: 'Recordings of the period', note: 'All in the library, reviewed or not.' },
    {
      name: 'Reviewed',
      formula: 'Recordings of the period with a submitted review',
      note: 'Drafts and skipped calls do not count; a recording has one review.',
    },
    { name: 'Coverage', formula: 'reviewed ÷ recordings', note: '' },
    {
      name: 'Agent coverage',
      formula: 'agents reviewed ÷ agents with calls',
      note: 'Each agent counts once; recordings without an agent number stay out.',
    },
    {
      name: 'Forms and scores',
      formula: 'Averages and rates are made for each form by itself',
      note: 'Scores of different forms mean different things: they are never one number, are not ranked against each other, and are compared only with earlier scores of the same form; calls may be added up. Versions of one form with the same kind of score, marks and treatment of fatal answers count together, others apart.',
    },
    {
      name: 'Average',
      formula: 'Σ final scores ÷ scored calls',
      note: 'Made from the calls, never from the means of agents; two decimals, half rounded up. A fatal call counts as its template says (0, or its score kept). A review on which everything is N/A has no score and stays out.',
    },
    {
      name: 'Pass rate',
      formula: 'passed ÷ scored calls',
      note: "At or above the template's pass mark and no fatal item.",
    },
    {
      name: 'Excellent rate',
      formula: 'excellent ÷ scored calls',
      note: "At or above the template's excellence mark and no fatal item.",
    },
    { name: 'Fatal rate', formula: 'calls with a fatal item ÷ reviewed', note: 'Any fatal item answered "no".' },
    {
      name: 'Calls (lost items)',
      formula: 'calls that lost marks on the item',
      note: 'Points lost, or the item failed its section or the form; several occurrences in one call count once.',
    },
    {
      name: 'Share / cumulative',
      formula: 'calls ÷ all lost items of the form',
      note: 'Added up from the most frequent down.',
    },
    { name: 'Error rate', formula: 'calls ÷ calls to which the item applied', note: 'N/A is not in the denominator.' },
    {
      name: 'vs previous',
      formula: 'counts: (now − before) ÷ before; average: difference in points; rates: difference in percentage points',
      note: 'Before = the day, week or month just before.',
    },
    {
      name: 'vs last week / vs last year',
      formula: 'as vs previous',
      note: 'Daily: the same weekday a week before. Weekly: the ISO week of the same number a year before (52 where that year has no 53). Monthly: the same month a year before.',
    },
    {
      name: 'Position',
      formula: 'minutes:seconds',
      note: "The item's first comment; without one, the start of the machine's evidence.",
    },
    {
      name: 'Breach class',
      formula: 'the class that the form gives to the item (severe, fairly severe, general)',
      note: 'The on-site rules have classes of their own; they say nothing of severity (fatal, serious, minor).',
    },
    {
      name: 'Example calls',
      formula:
        'model: passed, nothing fatal, and every breach that the machine found was called a false alarm by a person; weak: failed or with a fatal item',
      note: 'At most three of each for every form: models from the highest score down, weak examples from the lowest up; equal scores by time of submission, then by the id of the review.',
    },
    { name: 'Too few', formula: 'fewer than 5 reviews', note: 'Shown, but not fit for ranking.' },
  ],
};
