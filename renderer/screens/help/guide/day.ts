/** How a day goes, and what the hands do meanwhile. */
import { type GuideSection, line } from './section.ts';

export const day: GuideSection = {
  id: 'day',
  title: { zh: '一天怎么过', en: 'How a day goes' },
  kind: 'steps',
  lines: [
    line(
      '导入',
      'Import',
      '按 {file.import-folder} 选当天的录音文件夹，或者把文件夹拖进窗口。话单和转写放在同一个文件夹里，会一并识别。按 Enter 开始，可以边导入边质检。结束时的导入结果写明导入了哪些、哪些没有导入、哪些没看懂。',
      'Press {file.import-folder} and choose the folder of the day, or drop it on the window. Call records and transcripts in the same folder are recognised too. Enter starts; you can review meanwhile. The summary at the end says what was taken, what was left out and what was not understood.',
    ),
    line(
      '挑',
      'Choose',
      '录音库 {view.library} 按日期、班组、坐席、发现筛选；质检从选中的一行开始，{list.open} 打开，之后按列表的顺序一通接一通。',
      'The library {view.library} filters by date, team, agent and findings. Reviewing begins at the selected row: {list.open} opens it, then one call follows the other in the order of the list.',
    ),
    line(
      '听',
      'Listen',
      '打开就播放。{play.toggle} 播放或暂停，{play.back} {play.forward} 退进 3 秒，{play.next-finding} 跳到下一处发现并从前 2 秒放起。说得慢就 {play.faster} 加快，{play.skip-silence} 跳过静默。',
      'A call plays as it opens. {play.toggle} plays or pauses, {play.back} {play.forward} go 3 s back and on, {play.next-finding} jumps to the next finding, 2 s before it. {play.faster} plays faster, {play.skip-silence} skips silence.',
    ),
    line(
      '判',
      'Judge',
      '{score.down} {score.up} 换评分项；{score.option-1} 合格，{score.option-2} 不合格，{score.option-3} 部分，{score.not-applicable} 不适用。在发现上，{score.option-1} 是误报，{score.option-2} 是属实。{score.comment} 在当前时间写备注，Enter 保存。',
      '{score.down} {score.up} change the item; {score.option-1} pass, {score.option-2} fail, {score.option-3} partly, {score.not-applicable} N/A. On a finding {score.option-1} is a false alarm and {score.option-2} confirms it. {score.comment} writes a comment at the current second, Enter saves it.',
    ),
    line(
      '交',
      'Submit',
      '{score.submit} 把没判的算合格，提交并打开下一通。听得太少或有发现没处理时会先问一次。提交后 10 秒内 {edit.undo} 撤销；再晚用 {score.reopen} 撤回修改。',
      '{score.submit} counts what is left as passed, submits and opens the next call. It asks first when little was heard or findings are open. {edit.undo} takes it back for 10 s, {score.reopen} later.',
    ),
    line(
      '报',
      'Report',
      '看板 {view.trends} 看走势，点任意一处就列出那些通话。报表 {view.reports} 出日报、周报、月报，{file.export} 导出 Excel，也可以打印。每个数的含义见“口径说明”。',
      'The dashboard {view.trends} shows how things go; any mark lists its calls. Reports {view.reports} make the daily, weekly and monthly report, {file.export} exports to Excel, and they print. What each figure means is under “Figures”.',
    ),
  ],
};

export const hands: GuideSection = {
  id: 'hands',
  title: { zh: '手上的功夫', en: 'What the hands do' },
  kind: 'points',
  lines: [
    line(
      '只听一个人',
      'One voice only',
      '{play.lane} 在双声道、坐席、客户之间切换。',
      '{play.lane} switches between both, agent and customer.',
    ),
    line(
      '再听一句',
      'A sentence again',
      '{play.previous-sentence} {play.next-sentence} 按句走，{play.loop} 循环这一句或选区。',
      '{play.previous-sentence} {play.next-sentence} go by sentences, {play.loop} loops the sentence or the selection.',
    ),
    line('去某一秒', 'To a second', '{play.go-to} 后输入 1:23 或 83。', 'Press {play.go-to} and type 1:23 or 83.'),
    line(
      '找一句话',
      'Find words',
      '{edit.find} 在这通里找；{view.search} 在全部转写里找，找到的可以存成一批质检或片段。',
      '{edit.find} looks in this call; {view.search} in all transcripts, and what it finds becomes a queue or clips.',
    ),
    line(
      '改转写',
      'Correct the transcript',
      '{transcript.edit} 改当前句，Enter 保存并到下一句。原文一直留着，随时可以恢复。',
      '{transcript.edit} corrects the current sentence, Enter saves and goes to the next. The original is kept and can be restored.',
    ),
    line(
      '存一段',
      'Keep a piece',
      '{play.select-start} {play.select-end} 定起点终点，{play.save-clip} 存为片段，在 {view.clips} 里标“待改进”或“示范”。',
      '{play.select-start} {play.select-end} set start and end, {play.save-clip} saves a clip; mark it a weak or model example under {view.clips}.',
    ),
    line(
      '换区域',
      'Change the pane',
      '{view.next-pane} 依次到波形、转写、发现、评分。',
      '{view.next-pane} goes from waveform to transcript, findings and score.',
    ),
    line(
      '什么都能搜',
      'Search everything',
      '{help.palette} 搜录音、坐席和命令，首字母也行：zs 找到张三。',
      '{help.palette} finds recordings, agents and commands; initials do too: zs finds 张三.',
    ),
  ],
};
