import type { CommandEntry } from '../command.ts';

/** Every command, in the order of the help text. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'import',
    summary: { zh: '导入录音、话单和转写', en: 'import recordings, call records, transcripts' },
    load: () => import('./import.ts'),
  },
  {
    name: 'imports',
    summary: { zh: '导入记录，撤销一次导入', en: 'past imports, and taking one back' },
    load: () => import('./imports.ts'),
  },
  { name: 'recordings', summary: { zh: '录音列表', en: 'list recordings' }, load: () => import('./recordings.ts') },
  {
    name: 'correct',
    summary: { zh: '修改坐席、班组、方向、时间', en: 'correct agent, team, direction, start' },
    load: () => import('./correct.ts'),
  },
  {
    name: 'analyze',
    summary: { zh: '重新测量和检出', en: 'measure and detect again' },
    load: () => import('./analyze.ts'),
  },
  { name: 'findings', summary: { zh: '机器检出', en: 'what the rules found' }, load: () => import('./findings.ts') },
  {
    name: 'measures',
    summary: { zh: '一条录音的声学测量', en: 'what the signal of one recording says' },
    load: () => import('./measures.ts'),
  },
  {
    name: 'transcribe',
    summary: { zh: '转写录音', en: 'turn speech into text' },
    load: () => import('./transcribe.ts'),
  },
  { name: 'transcript', summary: { zh: '导出转写', en: 'export a transcript' }, load: () => import('./transcript.ts') },
  { name: 'score', summary: { zh: '提交一份评分', en: 'submit a review' }, load: () => import('./score.ts') },
  {
    name: 'report',
    summary: { zh: '日报、周报、月报', en: 'daily, weekly, monthly report' },
    load: () => import('./report.ts'),
  },
  { name: 'search', summary: { zh: '在转写中搜索', en: 'search the transcripts' }, load: () => import('./search.ts') },
  {
    name: 'samples',
    summary: { zh: '建立示例库（与自己的录音库分开）', en: 'make the sample library, apart from your own' },
    load: () => import('./samples.ts'),
  },
  { name: 'serve', summary: { zh: '在浏览器中使用', en: 'use it from a browser' }, load: () => import('./serve.ts') },
  {
    name: 'verify',
    summary: { zh: '检查录音库是否完好', en: 'check that the library is sound' },
    load: () => import('./verify.ts'),
  },
];
