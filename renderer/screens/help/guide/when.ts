/** What to do when something is not as it should be. */
import { type GuideSection, line } from './section.ts';

export const machine: GuideSection = {
  id: 'machine',
  title: { zh: '机器说的话怎么看', en: 'How to take what the machine says' },
  kind: 'points',
  lines: [
    line(
      '不合格',
      'Not met',
      '机器认为没做到，并给出证据的秒数。听了再定：属实，或误报。',
      'The machine thinks the standard was not kept and names the second. Listen, then confirm it or call it a false alarm.',
    ),
    line(
      '无法判断',
      'Cannot tell',
      '缺转写、单声道、听不清或没有话单时，机器不猜，写明缺什么。要人来听。',
      'Without a transcript, with one channel, poor sound or no call record the machine does not guess and says what is missing. Somebody has to listen.',
    ),
    line(
      '合格',
      'Met',
      '做到了，或者这通里没有出现该情形（写作“未出现”）。',
      'The standard was kept, or the occasion did not arise in the call.',
    ),
    line(
      '虚线框',
      'Dashed frame',
      '机器的提议，还不是判定。人判过的不会被机器改掉。',
      'A proposal of the machine, no answer yet. What a person answered is never changed by the machine.',
    ),
    line(
      '经常误报',
      'Often wrong',
      '规则 {view.rules} 里改参数，先试算看哪些通话会变，再应用。旧版本留着，可以恢复。',
      'Change the settings under {view.rules}; the back-test shows which calls would change before you apply it. Old versions are kept and can be restored.',
    ),
  ],
};

export const when: GuideSection = {
  id: 'when',
  title: { zh: '遇到这些情况', en: 'What to do when' },
  kind: 'points',
  lines: [
    line(
      '坐席和客户反了',
      'Agent and customer are swapped',
      '{call.swap-sides} 对调声道，规则随即重新判断；可以撤销。整批都反，在“设置 › 质检”里改坐席所在声道。',
      '{call.swap-sides} swaps the channels and the rules judge again; it can be undone. If all calls are swapped, change the side of the agent in Settings › Review.',
    ),
    line(
      '没有转写',
      'There is no transcript',
      '照样可以评分。有转写文件就在转写栏导入；也可以按 {file.transcribe} 在这台电脑上转写，先下载一个模型。',
      'You can score all the same. Import a transcript file in the transcript pane, or press {file.transcribe} to transcribe on this computer, for which a model is needed.',
    ),
    line(
      '录音打不开',
      'A recording does not open',
      '原文件被移走时点“重新定位”，指给它新的位置。损坏的文件按 {score.skip} 跳过并写明原因。',
      'If the file was moved choose “Locate” and show where it is now. Skip a broken one with {score.skip} and a reason.',
    ),
    line(
      '按键没有反应',
      'A key does nothing',
      '正在打字时先按 Esc。输入法在中文状态时用不带字母的键。已提交的录音不能再判，先撤回修改。',
      'Press Esc first while you are typing. With a Chinese input method on use the keys that are not letters. A submitted call takes no answers: retract it first.',
    ),
    line(
      '交错了',
      'Submitted by mistake',
      '10 秒内 {edit.undo}。再晚回到那一通，{score.reopen} 并写原因，改后重新提交；会留痕。',
      '{edit.undo} within 10 s. Later go back to the call, press {score.reopen}, give the reason, change it and submit again; it is written to the audit log.',
    ),
    line(
      '致命发现没判',
      'A fatal finding is undecided',
      '按钮会先带你去那一处。确实不判，用 {score.submit-undecided} 照样提交。',
      'The button takes you there first. {score.submit-undecided} submits without deciding it.',
    ),
    line(
      '导入后信息不对',
      'Something is wrong after an import',
      '导入小结写明哪一行、哪一格没看懂。个别通话按 {call.correct} 直接改，可多选；整批不对就在“文件 › 导入记录”里撤销这次导入，改好话单再导入。坐席和客户反了用 {call.swap-sides}。',
      'The summary of the import names the row and the cell that were not understood. {call.correct} corrects single calls or a selection; take a whole import back under File › Past imports, mend the call records and import again. {call.swap-sides} swaps agent and customer.',
    ),
    line(
      '号码是星号',
      'Numbers are masked',
      '客户号码默认遮住中间四位。点眼睛看完整号码，会留痕。',
      "The middle of customers' numbers is hidden. The eye shows the number, and that is written to the audit log.",
    ),
    line(
      '换了评分模板',
      'The form was changed',
      '判定按模板保存，换回来都在。',
      'Answers are kept by form: change back and they are there.',
    ),
    line(
      '字太小或太挤',
      'Too small or too tight',
      '{view.bigger} {view.smaller} 放大缩小界面，{view.actual-size} 还原。窗口窄时筛选、试听等栏收到边上，点图标展开。',
      '{view.bigger} {view.smaller} make the interface larger and smaller, {view.actual-size} resets it. In a narrow window the side columns fold to the edge: press their icon.',
    ),
    line(
      '显示“后台进程已断开”',
      'It says that the core process is gone',
      '不用做什么，会自己连上。判过的每一步都已存好。',
      'Nothing to do: it connects again by itself. Every answer was saved when you gave it.',
    ),
    line(
      '磁盘满了',
      'The disk is full',
      '状态栏显示可用空间。移走别的文件，或在“设置 › 转写模型”里删掉不用的模型；已存的评分不受影响。',
      'The status bar shows what is free. Make room, or remove models that you do not use in Settings › Speech models; what is stored stays as it is.',
    ),
  ],
};
