/** Every figure that the product shows, by the places where people meet it. */
import type { Bilingual, Language } from '../common.ts';
import type { FigureDefinition } from './definition.ts';
import { reviewFigures, ruleFigures, windowFigures } from './desk-figures.ts';
import { reportFigures } from './report-figures.ts';

export type { FigureDefinition } from './definition.ts';
export { reportFigures };

const definitions = { ...reportFigures, ...reviewFigures, ...ruleFigures, ...windowFigures };
export type FigureId = keyof typeof definitions;
export const figureDefinitions: Record<FigureId, FigureDefinition> = definitions;

export interface FigureGroup {
  title: Bilingual;
  ids: readonly FigureId[];
}

const ids = (group: object) => Object.keys(group) as FigureId[];

export const figureGroups: readonly FigureGroup[] = [
  { title: { zh: '看板与报表', en: 'Dashboard and reports' }, ids: ids(reportFigures) },
  { title: { zh: '质检', en: 'Review' }, ids: ids(reviewFigures) },
  { title: { zh: '规则', en: 'Rules' }, ids: ids(ruleFigures) },
  { title: { zh: '列表与状态栏', en: 'Lists and status bar' }, ids: ids(windowFigures) },
];

/** As a tooltip says it: "实检量 ÷ 录音总量。草稿不计。" */
export function figureText(id: FigureId, language: Language): string {
  const { formula, note } = figureDefinitions[id];
  const stop = language === 'zh' ? '。' : '. ';
  return note ? `${formula[language]}${stop}${note[language]}` : formula[language];
}
