/** Files, and what an edit menu holds. */
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
  'file.samples': { title: t('打开示例库', 'Open the sample library'), group: 'file', keys: [] },
  'file.export': { title: t('导出', 'Export'), group: 'file', keys: ['Mod+E'], inText: true },
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
} as const satisfies Record<string, CommandInfo>;
