/** The figures of dashboard and reports, in the order of the sheet 口径说明. */
import { type FigureDefinition, say } from './definition.ts';

export const reportFigures = {
  recordings: {
    name: say('录音总量', 'Recordings'),
    formula: say('期间内录音通数', 'Recordings of the period'),
    note: say('库中全部录音，不论是否质检。', 'All in the library, reviewed or not.'),
  },
  reviewed: {
    name: say('实检量', 'Reviewed'),
    formula: say('期间内录音中已提交质检的通数', 'Recordings of the period with a submitted review'),
    note: say(
      '草稿与跳过的不计；每通录音只有一份质检。',
      'Drafts and skipped calls do not count; a recording has one review.',
    ),
  },
  coverage: {
    name: say('抽检覆盖率', 'Coverage'),
    formula: say('实检量 ÷ 录音总量', 'reviewed ÷ recordings'),
  },
  agentCoverage: {
    name: say('坐席覆盖率', 'Agent coverage'),
    formula: say('被检坐席数 ÷ 有通话坐席数', 'agents reviewed ÷ agents with calls'),
    note: say(
      '每名坐席只计一次；没有工号的录音不计。',
      'Each agent counts once; recordings without a service number stay out.',
    ),
  },
  forms: {
    name: say('评分模板与得分', 'Forms and scores'),
    formula: say('平均分和各项比率按评分模板分别计算', 'Averages and rates are made for each form by itself'),
    note: say(
      '不同模板的得分含义不同，不合成一个数，不互相排名，只与同一模板的往期比较；通数可以相加。同一模板的各版本，评分方式、合格线、优秀线和致命处理都相同的合并计算，不同的分开。',
      'Scores of different forms mean different things: they are never one number, are not ranked against each other, and are compared only with earlier scores of the same form; calls may be added up. Versions of one form with the same kind of score, marks and treatment of fatal answers count together, others apart.',
    ),
  },
  average: {
    name: say('平均分', 'Average'),
    formula: say('Σ最终得分 ÷ 有得分通数', 'Σ final scores ÷ scored calls'),
    note: say(
      '直接由各通得分计算，不是坐席平均分的平均；保留两位小数，四舍五入。致命通话按模板规定计（记 0 分或保留得分）。全部评分项不适用的质检没有得分，不计入。',
      'Made from the calls, never from the means of agents; two decimals, half rounded up. A fatal call counts as its form says (0, or its score kept). A review on which everything is N/A has no score and stays out.',
    ),
  },
  passRate: {
    name: say('合格率', 'Pass rate'),
    formula: say('合格通数 ÷ 有得分通数', 'passed ÷ scored calls'),
    note: say('得分达到模板合格线且无致命差错。', "At or above the form's pass mark and no fatal item."),
  },
  excellentRate: {
    name: say('优秀率', 'Excellent rate'),
    formula: say('优秀通数 ÷ 有得分通数', 'excellent ÷ scored calls'),
    note: say('得分达到模板优秀线且无致命差错。', "At or above the form's excellence mark and no fatal item."),
  },
  fatal: {
    name: say('致命差错', 'Fatal errors'),
    formula: say('含致命差错的通数', 'calls with a fatal item'),
    note: say('一通里有几项致命，也只计一通。', 'Several fatal items in one call count once.'),
  },
  fatalRate: {
    name: say('致命错误率', 'Fatal rate'),
    formula: say('含致命差错通数 ÷ 实检量', 'calls with a fatal item ÷ reviewed'),
    note: say('任一致命项判为“不合格”的通话。', 'Any fatal item answered "fail".'),
  },
  distribution: {
    name: say('得分分布', 'Score distribution'),
    formula: say('各分数段的通数', 'calls in each band of scores'),
    note: say(
      '致命通话单列一段，不再计入分数段；没有得分的质检不计。',
      'Fatal calls stand by themselves and are in no other band; reviews without a score stay out.',
    ),
  },
  count: {
    name: say('项次', 'Calls (lost items)'),
    formula: say('在该项出差错的通数', 'calls with an error on the item'),
    note: say(
      '扣了分，或该项使章节、整单不合格；同一通多次发生计一次。',
      'Points lost, or the item failed its section or the form; several occurrences in one call count once.',
    ),
  },
  share: {
    name: say('占比、累计占比', 'Share / cumulative'),
    formula: say('项次 ÷ 同一模板的全部项次', 'calls ÷ all lost items of the form'),
    note: say('按项次由高到低累计。', 'Added up from the most frequent down.'),
  },
  lossRate: {
    name: say('差错率', 'Error rate'),
    formula: say('项次 ÷ 该项适用的通数', 'calls ÷ calls to which the item applied'),
    note: say('不适用的通话不在分母内。', 'N/A is not in the denominator.'),
  },
  previous: {
    name: say('比上期', 'vs previous'),
    formula: say(
      '数量：(本期 − 上期) ÷ 上期；平均分：相差分数；比率：相差百分点',
      'counts: (now − before) ÷ before; average: difference in points; rates: difference in percentage points',
    ),
    note: say('上期为紧邻的前一日、前一周或前一月。', 'Before = the day, week or month just before.'),
  },
  yearAgo: {
    name: say('比上周同日、比去年同期', 'vs last week / vs last year'),
    formula: say('与“比上期”相同', 'as vs previous'),
    note: say(
      '日报与上周同一星期几比较；周报与去年同一 ISO 周比较（去年没有第 53 周时取第 52 周）；月报与去年同月比较。',
      'Daily: the same weekday a week before. Weekly: the ISO week of the same number a year before (52 where that year has no 53). Monthly: the same month a year before.',
    ),
  },
  position: {
    name: say('位置', 'Position'),
    formula: say('分:秒', 'minutes and seconds'),
    note: say(
      '该项第一条备注的时间；没有备注时取机器证据的开始时间。',
      "The item's first comment; without one, the start of the machine's evidence.",
    ),
  },
  breachClass: {
    name: say('违规级别', 'Breach class'),
    formula: say(
      '模板中该评分项所列的级别（严重、较严重、一般）',
      'the class that the form gives to the item (severe, fairly severe, general)',
    ),
    note: say(
      '现场管理规定自己的分级，与等级（致命、严重、轻微）无关。',
      'The on-site rules have classes of their own; they say nothing of severity (fatal, serious, minor).',
    ),
  },
  examples: {
    name: say('典型录音', 'Example calls'),
    formula: say(
      '示范：合格、无致命差错，且机器发现的问题都经人判为误报；待改进：不合格或有致命差错',
      'model: passed, nothing fatal, and every breach that the machine found was called a false alarm by a person; weak: failed or with a fatal item',
    ),
    note: say(
      '每个模板各取至多三通：示范按得分由高到低，待改进由低到高；同分按提交先后，再按质检的标识。',
      'At most three of each for every form: models from the highest score down, weak examples from the lowest up; equal scores by time of submission, then by the id of the review.',
    ),
  },
  few: {
    name: say('样本少', 'Too few'),
    formula: say('实检少于 5 通', 'fewer than 5 reviews'),
    note: say('数字照列，不宜排名。', 'Shown, but not fit for ranking.'),
  },
} as const satisfies Record<string, FigureDefinition>;
