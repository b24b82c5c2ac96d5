/** Native menu words in both languages: Electron's own stay English on Windows and Linux. */
import type { Language } from '../core/contract/index.ts';

const words = {
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  cut: { zh: '剪切', en: 'Cut' },
  copy: { zh: '复制', en: 'Copy' },
  paste: { zh: '粘贴', en: 'Paste' },
  pasteAndMatchStyle: { zh: '粘贴为纯文本', en: 'Paste as plain text' },
  delete: { zh: '删除', en: 'Delete' },
  selectAll: { zh: '全选', en: 'Select all' },
  minimize: { zh: '最小化', en: 'Minimise' },
  zoom: { zh: '缩放窗口', en: 'Zoom window' },
  close: { zh: '关闭窗口', en: 'Close window' },
  quit: { zh: '退出', en: 'Quit' },
  about: { zh: '关于听鉴', en: 'About Tingjian' },
  hide: { zh: '隐藏听鉴', en: 'Hide Tingjian' },
  hideOthers: { zh: '隐藏其他', en: 'Hide others' },
  unhide: { zh: '全部显示', en: 'Show all' },
  front: { zh: '前置全部窗口', en: 'Bring all to front' },
  services: { zh: '服务', en: 'Services' },
  togglefullscreen: { zh: '全屏', en: 'Full screen' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  resetZoom: { zh: '实际大小', en: 'Actual size' },
} as const;

/** Roles that the page's menu may use. Reload and developer tools are not among them: they would lose work. */
export type AllowedRole = keyof typeof words;

export function isAllowedRole(role: string): role is AllowedRole {
  return Object.hasOwn(words, role);
}

export function roleLabel(role: AllowedRole, language: Language): string {
  return words[role][language];
}

export const dialogWords = {
  pickFiles: { zh: '选择录音或文件夹', en: 'Choose recordings or a folder' },
  outputFolder: { zh: '选择保存位置', en: 'Choose where to save' },
  allowedFiles: { zh: '可用的文件', en: 'Suitable files' },
  allFiles: { zh: '所有文件', en: 'All files' },
  cannotStart: { zh: '听鉴无法启动', en: 'Tingjian cannot start' },
} as const;
