/** Screens, the window, and help. */
import { type CommandInfo, t } from './command-info.ts';

const review = ['review'] as const;

export const viewCommands = {
  'view.review': { title: t('质检', 'Review'), group: 'view', keys: ['Mod+1'], inText: true },
  'view.library': { title: t('录音库', 'Library'), group: 'view', keys: ['Mod+2'], inText: true },
  'view.search': { title: t('搜索全部转写', 'Search all transcripts'), group: 'view', keys: ['Mod+3'], inText: true },
  'view.trends': { title: t('看板', 'Dashboard'), group: 'view', keys: ['Mod+4'], inText: true },
  'view.reports': { title: t('报表', 'Reports'), group: 'view', keys: ['Mod+5'], inText: true },
  'view.clips': { title: t('片段', 'Clips'), group: 'view', keys: ['Mod+7'], inText: true },
  'view.rules': { title: t('规则', 'Rules'), group: 'view', keys: ['Mod+8'], inText: true },
  'view.zoom-in-wave': {
    title: t('放大波形', 'Zoom waveform in'),
    group: 'view',
    keys: ['Mod+Up'],
    repeats: true,
    screens: review,
  },
  'view.zoom-out-wave': {
    title: t('缩小波形', 'Zoom waveform out'),
    group: 'view',
    keys: ['Mod+Down'],
    repeats: true,
    screens: review,
  },
  'view.fit-wave': {
    title: t('显示全程波形', 'Fit whole call'),
    group: 'view',
    keys: ['Mod+\\'],
    letters: ['Z'],
    screens: review,
  },
  'view.queue': { title: t('后台任务', 'Background jobs'), group: 'view', keys: ['Mod+Shift+L'], inText: true },
  'view.models': { title: t('转写模型', 'Speech models'), group: 'view', keys: [] },
  'view.next-pane': { title: t('下一个区域', 'Next pane'), group: 'view', keys: ['F6'], inText: true },
  'view.previous-pane': { title: t('上一个区域', 'Previous pane'), group: 'view', keys: ['Shift+F6'], inText: true },
  'view.bigger': { title: t('放大界面', 'Larger interface'), group: 'view', keys: ['Mod+='], inText: true },
  'view.smaller': { title: t('缩小界面', 'Smaller interface'), group: 'view', keys: ['Mod+-'], inText: true },
  'view.actual-size': { title: t('实际大小', 'Actual size'), group: 'view', keys: ['Mod+0'], inText: true },
  'view.language': { title: t('English', '中文'), group: 'view', keys: [] },
  'view.theme': { title: t('切换深色 / 浅色', 'Toggle dark / light'), group: 'view', keys: [] },
  'help.palette': {
    title: t('搜索录音、坐席或命令', 'Search recordings, agents or commands'),
    group: 'help',
    keys: ['Mod+K'],
    inText: true,
  },
  'help.guide': { title: t('使用指南', 'Guide'), group: 'help', keys: ['F1'], inText: true },
  'help.keys': {
    title: t('快捷键', 'Keyboard shortcuts'),
    group: 'help',
    keys: ['Mod+/'],
    letters: ['?'],
    inText: ['Mod+/'],
  },
  'help.figures': { title: t('口径说明', 'What the figures mean'), group: 'help', keys: [] },
  'help.about': { title: t('关于听鉴', 'About Tingjian'), group: 'help', keys: [] },
  'help.licences': { title: t('许可', 'Licences'), group: 'help', keys: [] },
} as const satisfies Record<string, CommandInfo>;
