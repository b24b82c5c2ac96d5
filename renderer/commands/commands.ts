/**
 * Every command of the app, once: menus, tooltips, key sheet, palette and remapping are all drawn from here.
 * Keys: "Mod" is Ctrl (Cmd on macOS). Letter keys are only aliases, which the user can switch off (WCAG 2.1.4),
 * because an input method in Chinese mode may swallow them. Not to be used: Ctrl+Space, Shift+Space, Ctrl+Shift,
 * Ctrl+comma, Ctrl+period, Ctrl+Alt combinations (taken by input methods and QQ), Ctrl+R and F5 (reload).
 */
import type { Bilingual } from '../../core/contract/index.ts';
import type { ScreenId } from '../app/navigation.ts';

export type CommandGroup = 'file' | 'edit' | 'play' | 'score' | 'view' | 'help';

export interface CommandInfo {
  title: Bilingual;
  group: CommandGroup;
  keys: readonly string[];
  letters?: readonly string[];
  /** Works while a text box has the focus: all keys (true) or only these. */
  inText?: true | readonly string[];
  /** Repeats while the key is held. */
  repeats?: boolean;
  /** Not shown in the menu bar (the key sheet still lists it). */
  hidden?: boolean;
  /** Screen whose menu entries it belongs to; absent = everywhere. */
  screens?: readonly ScreenId[];
}

const t = (zh: string, en: string): Bilingual => ({ zh, en });
const review = ['review'] as const;

export const commands = {
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

  'play.toggle': {
    title: t('播放 / 暂停', 'Play / pause'),
    group: 'play',
    keys: ['Space', 'F8'],
    letters: ['K'],
    inText: ['F8'],
  },
  'play.back': {
    title: t('后退 3 秒', 'Back 3 s'),
    group: 'play',
    keys: ['Left', 'F7', 'Alt+Left'],
    inText: ['F7', 'Alt+Left'],
    repeats: true,
    screens: review,
  },
  'play.forward': {
    title: t('前进 3 秒', 'Forward 3 s'),
    group: 'play',
    keys: ['Right', 'F9', 'Alt+Right'],
    inText: ['F9', 'Alt+Right'],
    repeats: true,
    screens: review,
  },
  'play.back-10': {
    title: t('后退 10 秒', 'Back 10 s'),
    group: 'play',
    keys: ['Shift+Left'],
    repeats: true,
    screens: review,
  },
  'play.forward-10': {
    title: t('前进 10 秒', 'Forward 10 s'),
    group: 'play',
    keys: ['Shift+Right'],
    repeats: true,
    screens: review,
  },
  'play.previous-sentence': {
    title: t('上一句', 'Previous sentence'),
    group: 'play',
    keys: ['Mod+Left'],
    letters: [','],
    repeats: true,
    screens: review,
  },
  'play.next-sentence': {
    title: t('下一句', 'Next sentence'),
    group: 'play',
    keys: ['Mod+Right'],
    letters: ['.'],
    repeats: true,
    screens: review,
  },
  'play.next-finding': {
    title: t('下一处发现或备注', 'Next finding or comment'),
    group: 'play',
    keys: ['PageDown'],
    letters: ['N'],
    screens: review,
  },
  'play.previous-finding': {
    title: t('上一处发现或备注', 'Previous finding or comment'),
    group: 'play',
    keys: ['PageUp'],
    letters: ['P'],
    screens: review,
  },
  'play.go-to': {
    title: t('跳到时间…', 'Go to time…'),
    group: 'play',
    keys: ['Mod+G'],
    letters: ['G'],
    inText: ['Mod+G'],
    screens: review,
  },
  'play.slower': {
    title: t('放慢', 'Slower'),
    group: 'play',
    keys: ['Shift+Down'],
    letters: ['[', 'J'],
    repeats: true,
    screens: review,
  },
  'play.faster': {
    title: t('加快', 'Faster'),
    group: 'play',
    keys: ['Shift+Up'],
    letters: [']', 'L'],
    repeats: true,
    screens: review,
  },
  'play.normal-speed': {
    title: t('原速 / 上次速度', 'Normal / last speed'),
    group: 'play',
    keys: ['\\'],
    screens: review,
  },
  'play.skip-silence': {
    title: t('跳过静音', 'Skip silence'),
    group: 'play',
    keys: ['F2'],
    letters: ['S'],
    inText: ['F2'],
    screens: review,
  },
  'play.lane': {
    title: t('切换声道', 'Switch lane'),
    group: 'play',
    keys: ['F4'],
    letters: ['M'],
    inText: ['F4'],
    screens: review,
  },
  'play.follow': {
    title: t('跟随播放位置', 'Follow playhead'),
    group: 'play',
    keys: ['Mod+J'],
    letters: ['F'],
    inText: ['Mod+J'],
    screens: review,
  },
  'play.select-start': {
    title: t('选区起点', 'Selection start'),
    group: 'play',
    keys: ['Mod+['],
    letters: ['I'],
    screens: review,
  },
  'play.select-end': {
    title: t('选区终点', 'Selection end'),
    group: 'play',
    keys: ['Mod+]'],
    letters: ['O'],
    screens: review,
  },
  'play.loop': {
    title: t('循环选区', 'Loop selection'),
    group: 'play',
    keys: ['Mod+L'],
    letters: ['R'],
    screens: review,
  },
  'play.save-clip': {
    title: t('存为片段', 'Save as clip'),
    group: 'play',
    keys: ['Mod+B'],
    letters: ['B'],
    inText: ['Mod+B'],
    screens: review,
  },

  'score.up': { title: t('上一项', 'Previous item'), group: 'score', keys: ['Up'], repeats: true, screens: review },
  'score.down': { title: t('下一项', 'Next item'), group: 'score', keys: ['Down'], repeats: true, screens: review },
  'score.option-1': {
    title: t('合格（发现：误报）', 'Pass (finding: false alarm)'),
    group: 'score',
    keys: ['1'],
    screens: review,
  },
  'score.option-2': {
    title: t('不合格（发现：属实）', 'Fail (finding: true)'),
    group: 'score',
    keys: ['2'],
    screens: review,
  },
  'score.option-3': { title: t('部分合格', 'Partly'), group: 'score', keys: ['3'], screens: review },
  'score.not-applicable': { title: t('不适用', 'Not applicable'), group: 'score', keys: ['0'], screens: review },
  'score.count-4': {
    title: t('发生 4 次', '4 occurrences'),
    group: 'score',
    keys: ['4'],
    hidden: true,
    screens: review,
  },
  'score.count-5': {
    title: t('发生 5 次', '5 occurrences'),
    group: 'score',
    keys: ['5'],
    hidden: true,
    screens: review,
  },
  'score.count-6': {
    title: t('发生 6 次', '6 occurrences'),
    group: 'score',
    keys: ['6'],
    hidden: true,
    screens: review,
  },
  'score.count-7': {
    title: t('发生 7 次', '7 occurrences'),
    group: 'score',
    keys: ['7'],
    hidden: true,
    screens: review,
  },
  'score.count-8': {
    title: t('发生 8 次', '8 occurrences'),
    group: 'score',
    keys: ['8'],
    hidden: true,
    screens: review,
  },
  'score.count-9': {
    title: t('发生 9 次', '9 occurrences'),
    group: 'score',
    keys: ['9'],
    hidden: true,
    screens: review,
  },
  'score.count-less': {
    title: t('次数减一', 'One occurrence less'),
    group: 'score',
    keys: ['-'],
    hidden: true,
    screens: review,
  },
  'score.count-more': {
    title: t('次数加一', 'One occurrence more'),
    group: 'score',
    keys: ['='],
    hidden: true,
    screens: review,
  },
  'score.cause-1': {
    title: t('归因 1', 'Cause 1'),
    group: 'score',
    keys: ['Alt+1'],
    inText: true,
    hidden: true,
    screens: review,
  },
  'score.cause-2': {
    title: t('归因 2', 'Cause 2'),
    group: 'score',
    keys: ['Alt+2'],
    inText: true,
    hidden: true,
    screens: review,
  },
  'score.cause-3': {
    title: t('归因 3', 'Cause 3'),
    group: 'score',
    keys: ['Alt+3'],
    inText: true,
    hidden: true,
    screens: review,
  },
  'score.cause-4': {
    title: t('归因 4', 'Cause 4'),
    group: 'score',
    keys: ['Alt+4'],
    inText: true,
    hidden: true,
    screens: review,
  },
  'score.cause-5': {
    title: t('归因 5', 'Cause 5'),
    group: 'score',
    keys: ['Alt+5'],
    inText: true,
    hidden: true,
    screens: review,
  },
  'score.cause-6': {
    title: t('归因 6', 'Cause 6'),
    group: 'score',
    keys: ['Alt+6'],
    inText: true,
    hidden: true,
    screens: review,
  },
  'score.comment': {
    title: t('在当前时间备注', 'Comment at current time'),
    group: 'score',
    keys: ['Enter'],
    letters: ['C'],
    screens: review,
  },
  'score.submit': {
    title: t('其余合格，提交并下一条', 'Rest pass, submit, next'),
    group: 'score',
    keys: ['Mod+Enter'],
    inText: true,
    screens: review,
  },
  'score.skip': {
    title: t('跳过并说明原因…', 'Skip with reason…'),
    group: 'score',
    keys: ['Mod+Delete'],
    screens: review,
  },
  'score.previous-call': {
    title: t('上一条录音', 'Previous recording'),
    group: 'score',
    keys: ['Mod+PageUp'],
    inText: true,
    screens: review,
  },
  'score.next-call': {
    title: t('下一条录音', 'Next recording'),
    group: 'score',
    keys: ['Mod+PageDown'],
    inText: true,
    screens: review,
  },

  'list.open': {
    title: t('质检选中的录音', 'Review the selected recording'),
    group: 'score',
    keys: ['Enter'],
    screens: ['library', 'clips'],
  },
  'list.up': {
    title: t('上一行', 'Previous row'),
    group: 'view',
    keys: ['Up'],
    repeats: true,
    hidden: true,
    screens: ['library', 'clips'],
  },
  'list.down': {
    title: t('下一行', 'Next row'),
    group: 'view',
    keys: ['Down'],
    repeats: true,
    hidden: true,
    screens: ['library', 'clips'],
  },
  'list.page-up': {
    title: t('上一屏', 'Page up'),
    group: 'view',
    keys: ['PageUp'],
    repeats: true,
    hidden: true,
    screens: ['library', 'clips'],
  },
  'list.page-down': {
    title: t('下一屏', 'Page down'),
    group: 'view',
    keys: ['PageDown'],
    repeats: true,
    hidden: true,
    screens: ['library', 'clips'],
  },
  'list.first': {
    title: t('第一行', 'First row'),
    group: 'view',
    keys: ['Home'],
    hidden: true,
    screens: ['library', 'clips'],
  },
  'list.last': {
    title: t('最后一行', 'Last row'),
    group: 'view',
    keys: ['End'],
    hidden: true,
    screens: ['library', 'clips'],
  },
  'list.select-all': { title: t('全选', 'Select all'), group: 'edit', keys: ['Mod+A'], screens: ['library', 'clips'] },
  'list.remove': {
    title: t('移出录音库…', 'Remove from library…'),
    group: 'edit',
    keys: ['Delete'],
    screens: ['library', 'clips'],
  },

  'view.review': { title: t('质检', 'Review'), group: 'view', keys: ['Mod+1'], inText: true },
  'view.library': { title: t('录音库', 'Library'), group: 'view', keys: ['Mod+2'], inText: true },
  'view.trends': { title: t('看板', 'Trends'), group: 'view', keys: ['Mod+4'], inText: true },
  'view.reports': { title: t('报表', 'Reports'), group: 'view', keys: ['Mod+5'], inText: true },
  'view.clips': { title: t('片段', 'Clips'), group: 'view', keys: ['Mod+7'], inText: true },
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
  'help.keys': {
    title: t('快捷键', 'Keyboard shortcuts'),
    group: 'help',
    keys: ['F1', 'Mod+/'],
    letters: ['?'],
    inText: ['F1', 'Mod+/'],
  },
} as const satisfies Record<string, CommandInfo>;

export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as CommandId[];
export const commandInfo: Record<CommandId, CommandInfo> = commands;
