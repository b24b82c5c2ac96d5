import type { Language } from '../core/contract/index.ts';
import { displayWidth } from '../core/text/display-width.ts';
import type { CommandEntry } from './command.ts';

const words = {
  zh: {
    head: '听鉴 · 用法：tingjian [--library DIR] [--json] [--lang zh|en] <命令>',
    tail: '录音库：--library，或环境变量 TINGJIAN_LIBRARY，或系统的数据文件夹。某个命令的用法：tingjian <命令> --help',
  },
  en: {
    head: 'Tingjian · usage: tingjian [--library DIR] [--json] [--lang zh|en] <command>',
    tail: "Library: --library, or TINGJIAN_LIBRARY, or the system's data folder. A command's usage: tingjian <command> --help",
  },
};

export function helpText(commands: readonly CommandEntry[], language: Language): string {
  const width = Math.max(...commands.map((command) => displayWidth(command.name)));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary[language]}`);
  return [words[language].head, '', ...lines, '', words[language].tail, ''].join('\n');
}
