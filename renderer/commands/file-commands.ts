/** Files, undo and finding, and correcting the transcript. */
import { type CommandInfo, t } from './command-info.ts';

const review = ['review'] as const;

export const fileCommands = {
  'file.import': { title: t('导入录音…', 'Import recordings…'), group: 'file', keys: ['Mod+O'], inText: true },
  'file.import-folder': {
    title: t('导入文件夹…', 'Import folder…'),
    group: 'file',
    keys: ['Mod+Shift+O'],
    inText: true,
  },
  'file.import-history': { title: t('导入记录…', 'Past imports…'), group: 'file', keys: [], inText: true },
  'file.samples': { title: t('打开示例库', 'Open the sample library'), group: 'file', keys: [] },
  'file.own-library': { title: t('返回自己的录音库', 'Back to your own library'), group: 'file', keys: [] },
  'file.export': {
    title: t('导出', 'Export'),
    group: 'file',
    keys: ['Mod+E'],
    inText: true,
    screens: ['library', 'reports', 'clips'],
  },
  'file.transcribe': {
    title: t('转写…', 'Transcribe…'),
    group: 'file',
    keys: ['Mod+U'],
    inText: true,
    screens: ['library', 'review'],
  },
  'file.settings': { title: t('设置', 'Settings'), group: 'file', keys: ['Mod+9'], inText: true },
  'edit.undo': { title: t('撤销', 'Undo'), group: 'edit', keys: ['Mod+Z'] },
  'edit.redo': { title: t('重做', 'Redo'), group: 'edit', keys: ['Mod+Y', 'Mod+Shift+Z'] },
  'edit.find': { title: t('查找', 'Find'), group: 'edit', keys: ['Mod+F'], letters: ['/'], inText: true },
  'edit.find-next': { title: t('查找下一个', 'Find next'), group: 'edit', keys: ['F3'], inText: true, screens: review },
  'edit.find-previous': {
    title: t('查找上一个', 'Find previous'),
    group: 'edit',
    keys: ['Shift+F3'],
    inText: true,
    screens: review,
  },
  'transcript.edit': {
    title: t('修改当前句', 'Correct the current sentence'),
    group: 'edit',
    keys: ['Mod+E'],
    letters: ['E'],
    inText: ['Mod+E'],
    screens: review,
  },
  'transcript.split': {
    title: t('在光标处拆成两句', 'Split the sentence at the cursor'),
    group: 'edit',
    keys: ['Shift+Enter'],
    inText: true,
    screens: review,
  },
  'transcript.speaker': {
    title: t('换说话人', 'Change the speaker'),
    group: 'edit',
    keys: ['Alt+S'],
    inText: true,
    screens: review,
  },
  'transcript.remove': {
    title: t('删除当前句', 'Remove the current sentence'),
    group: 'edit',
    keys: [],
    screens: review,
  },
  'transcript.swap': {
    title: t('对调坐席与客户', 'Swap agent and customer'),
    group: 'edit',
    keys: [],
    screens: review,
  },
  'call.swap-sides': {
    title: t('对调坐席与客户的声道', 'Swap the channels of agent and customer'),
    group: 'edit',
    keys: ['Alt+X'],
    letters: ['X'],
    screens: ['review', 'library'],
  },
  'call.correct': {
    title: t('修改通话信息…', 'Correct call details…'),
    group: 'edit',
    keys: ['Alt+Enter'],
    screens: ['review', 'library'],
  },
  'transcript.original': {
    title: t('查看转写原文', 'Show the original transcript'),
    group: 'edit',
    keys: [],
    screens: review,
  },
} as const satisfies Record<string, CommandInfo>;
