/** The figures at the inspector's desk: review screen, lists, rules, status bar. */
import { type FigureDefinition, say } from './definition.ts';

export const reviewFigures = {
  score: {
    name: say('得分', 'Score'),
    formula: say(
      '百分制：实得 ÷ 应得 × 100；扣分制：100 − 各次扣分',
      'percentage form: earned ÷ possible × 100; deduction form: 100 − points lost',
    ),
    note: say(
      '不适用的评分项不计入，权重由其余各项分摊；一票否决后按模板记 0 分或保留得分。扣分有单项和章节上限，最低 0 分。',
      'N/A items stay out and their weight is spread over the rest. After a fatal item the form says 0 or keeps the score. Deductions have caps per item and section and stop at 0.',
    ),
  },
  machineScore: {
    name: say('机判', 'Machine'),
    formula: say('把机器的发现当作判定时的得分', 'the score if the findings of the machine were the answers'),
    note: say(
      '只作参考，不进报表；机器无法判断的按模板的默认判定计。',
      'For comparison only, in no report; what the machine cannot tell counts as the form has it by default.',
    ),
  },
  overruledBy: {
    name: say('改判', 'Overruled by'),
    formula: say('人判得分 − 机判得分', "a person's score − the machine's score"),
  },
  answered: {
    name: say('已判', 'Answered'),
    formula: say('已判评分项 / 需要判的评分项', 'items answered / items to answer'),
    note: say(
      '机器看出不适用的不必判。提交时没判的按“其余合格”计入，并注明。',
      'What does not apply to the call needs no answer. On submission the rest counts as passed, and says so.',
    ),
  },
  openFindings: {
    name: say('未处理发现', 'Open findings'),
    formula: say(
      '还没有判属实或误报、所属评分项也没有判的发现条数',
      'findings neither confirmed nor called false alarms, whose item has no answer either',
    ),
    note: say('“无法判断”也算一条，要人来听。', '"Cannot tell" counts too: somebody has to listen.'),
  },
  heard: {
    name: say('已听', 'Heard'),
    formula: say('播放过的时间 ÷ 录音时长', 'time played ÷ length of the recording'),
    note: say(
      '重复听的只计一次；跳过的静默不算听过；已提交的录音再播放也计入。低于 80% 时提交会再问一次。',
      'Heard twice counts once; silence that was skipped was not heard; playing a submitted call counts too. Below 80% submitting asks again.',
    ),
  },
  workTime: {
    name: say('用时', 'Time spent'),
    formula: say('在这条录音上的工作时间', 'time worked on this recording'),
    note: say('30 秒没有播放也没有操作即停止计时。', 'Stops after 30 s without playing or doing anything.'),
  },
} as const satisfies Record<string, FigureDefinition>;

export const ruleFigures = {
  verdicts: {
    name: say('规则的通数', 'Calls of a rule'),
    formula: say(
      '按最近一次分析，判为不合格、合格、无法判断的通数',
      'calls judged not met, met or cannot tell by the latest analysis',
    ),
    note: say(
      '没有出现该情形的通话计入合格；没有分析过的不计。',
      'A call in which the occasion did not arise counts as met; calls not analysed stay out.',
    ),
  },
  precision: {
    name: say('判准率', 'Precision'),
    formula: say('人判属实 ÷（人判属实 + 人判误报）', 'confirmed by a person ÷ (confirmed + called false alarms)'),
    note: say(
      '只数人判过的通话；不足 5 通不显示百分比。',
      'Only calls that a person decided; no percentage below 5 of them.',
    ),
  },
  recall: {
    name: say('检出率', 'Recall'),
    formula: say('机器判出的违规 ÷ 人判的全部违规', 'breaches that the machine found ÷ all breaches that people found'),
    note: say(
      '机器判“合格”或“无法判断”、人判不合格的算漏检；不足 5 通不显示百分比。',
      'Where the machine said met or cannot tell and a person said fail, it was missed; no percentage below 5 calls.',
    ),
  },
  f1: {
    name: say('综合', 'F1'),
    formula: say('判准率与检出率的调和平均', 'harmonic mean of precision and recall'),
  },
} as const satisfies Record<string, FigureDefinition>;

export const windowFigures = {
  listed: {
    name: say('共几条、合计时长', 'Recordings and hours listed'),
    formula: say('符合当前筛选的录音条数与总时长', 'recordings that match the filters, and their length together'),
    note: say('长度未知的录音计条数，不计时长。', 'A recording of unknown length counts, without time.'),
  },
  today: {
    name: say('今日', 'Today'),
    formula: say('今天提交的质检 / 每日目标', 'reviews submitted today / daily goal'),
    note: say(
      '按录音库时区的今天；撤回的不计，跳过的不计。目标在“设置 › 个人”里改。',
      "Today in the library's time zone; retracted and skipped ones do not count. The goal is in Settings › Personal.",
    ),
  },
  drafts: {
    name: say('草稿', 'Drafts'),
    formula: say('开始了、还没有提交的质检', 'reviews begun and not submitted'),
    note: say(
      '判过、写过备注或换过模板才算开始；每一步都已自动保存。',
      'Begun = something was answered or written, or the form was changed; every step is saved.',
    ),
  },
  saved: {
    name: say('已自动保存', 'Saved'),
    formula: say('最近一次写入录音库的时刻', 'when the library was last written to'),
  },
  free: {
    name: say('可用', 'Free'),
    formula: say('录音库所在磁盘的剩余空间', "space left on the library's disk"),
  },
} as const satisfies Record<string, FigureDefinition>;
