/**
 * From sums to figures. Every figure of a team, day or total is made from the calls themselves, so that a mean
 * is never the mean of means. Pure.
 */
import type { DayKey, FigureCellRow, ReviewedBy } from '../../db/index.ts';
import { importSlotMs } from '../../db/index.ts';
import type { Figures, FormFigures, GroupFigures, Rate } from '../contract/index.ts';
import { toBusinessDate } from '../recordings/time-zone.ts';
import { compareNames } from './compare-names.ts';

/** What may be added up over calls. Points in hundredths. */
export interface ScoreSums {
  reviewed: number;
  scored: number;
  scoreSum: number;
  passed: number;
  excellent: number;
  fatal: number;
}

/** Sums of one day, team, agent and form; form null = calls without a review. */
export type FigureCell = Omit<FigureCellRow, keyof DayKey | keyof ReviewedBy> & { date: string; form: string | null };

/** The day that a row counts for: its business date, else the local day of its import. */
export function dayOf(row: DayKey, zone: string): string {
  return row.businessDate ?? toBusinessDate((row.importSlot ?? 0) * importSlotMs, zone);
}

export function rate(numerator: number, denominator: number): Rate {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

/** Mean in whole hundredths, half rounded up; null without scores. Points may be negative. */
export function average(scoreSum: number, scored: number): number | null {
  // In integers: (2·sum + n) div 2n rounds half up without a float in between.
  return scored === 0 ? null : Number(floorDivide(BigInt(2 * scoreSum + scored), BigInt(2 * scored)));
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}

export const noScores: ScoreSums = { reviewed: 0, scored: 0, scoreSum: 0, passed: 0, excellent: 0, fatal: 0 };

export function addScores(cells: Iterable<ScoreSums>): ScoreSums {
  const sums = { ...noScores };
  for (const cell of cells) for (const key of Object.keys(sums) as (keyof ScoreSums)[]) sums[key] += cell[key];
  return sums;
}

/**
 * Pass and excellent rates are of the calls that have a score (a form on which all is N/A has none); the fatal
 * rate is of all reviewed calls.
 */
export function scoreFigures(
  sums: ScoreSums,
): Pick<FormFigures, 'average' | 'passRate' | 'excellentRate' | 'fatalRate'> {
  return {
    average: average(sums.scoreSum, sums.scored),
    passRate: rate(sums.passed, sums.scored),
    excellentRate: rate(sums.excellent, sums.scored),
    fatalRate: rate(sums.fatal, sums.reviewed),
  };
}

/** Keys of the forms in use, the one with most reviews first, equal ones by key. */
export function formsIn(cells: readonly FigureCell[]): string[] {
  const reviews = new Map<string, number>();
  for (const { form, reviewed } of cells)
    if (form !== null && reviewed > 0) reviews.set(form, (reviews.get(form) ?? 0) + reviewed);
  return [...reviews].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([form]) => form);
}

/**
 * Agent coverage counts each agent once; calls without an agent stay out of it.
 * @param forms the forms of the whole scope: each gets its figures, in this order; only a single one gives the whole
 *   a mean and rates
 */
export function figuresOf(cells: readonly FigureCell[], forms: readonly string[]): Figures {
  const sums = addScores(cells);
  const recordings = cells.reduce((total, cell) => total + cell.recordings, 0);
  const agents = new Set<string>();
  const reviewedAgents = new Set<string>();
  for (const cell of cells) {
    if (cell.agentNo === null) continue;
    agents.add(cell.agentNo);
    if (cell.reviewed > 0) reviewedAgents.add(cell.agentNo);
  }
  const perForm = forms.map((form) => formFigures(cells, form));
  return {
    recordings,
    reviewed: sums.reviewed,
    coverage: rate(sums.reviewed, recordings),
    agentCoverage: rate(reviewedAgents.size, agents.size),
    fatal: sums.fatal,
    ...onlyScores(perForm),
    forms: perForm,
  };
}

function formFigures(cells: readonly FigureCell[], form: string): FormFigures {
  const sums = addScores(cells.filter((cell) => cell.form === form));
  return { form, reviewed: sums.reviewed, ...scoreFigures(sums) };
}

/** Scores of different forms have no common figure: null, not some mean of them. */
function onlyScores(
  forms: readonly FormFigures[],
): Pick<Figures, 'average' | 'passRate' | 'excellentRate' | 'fatalRate'> {
  if (forms.length > 1) return { average: null, passRate: null, excellentRate: null, fatalRate: null };
  const { average: mean, passRate, excellentRate, fatalRate } = forms[0] ?? scoreFigures(noScores);
  return { average: mean, passRate, excellentRate, fatalRate };
}

export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Named groups in order of their names; the nameless one, whose key is '', last. */
function byKey(a: { key: string; label: string }, b: { key: string; label: string }): number {
  return Number(a.key === '') - Number(b.key === '') || compareNames(a.label, b.label) || compareNames(a.key, b.key);
}

export function teamFigures(cells: readonly FigureCell[], forms: readonly string[]): GroupFigures[] {
  return [...groupBy(cells, (cell) => cell.team ?? '')]
    .map(([team, own]) => ({ key: team, label: team, team: team || null, ...figuresOf(own, forms) }))
    .sort(byKey);
}

/** By 工号; the team is the one in which the agent had most calls. */
export function agentFigures(cells: readonly FigureCell[], forms: readonly string[]): GroupFigures[] {
  return [...groupBy(cells, (cell) => cell.agentNo ?? '')]
    .map(([agentNo, own]) => ({
      key: agentNo,
      label: own.find((cell) => cell.agentName)?.agentName ?? agentNo,
      team: mainTeam(own),
      ...figuresOf(own, forms),
    }))
    .sort((a, b) => compareNames(a.team ?? '\uffff', b.team ?? '\uffff') || byKey(a, b));
}

function mainTeam(cells: readonly FigureCell[]): string | null {
  const calls = [...groupBy(cells, (cell) => cell.team ?? '')].map(([team, own]) => ({
    team,
    count: own.reduce((sum, cell) => sum + cell.recordings, 0),
  }));
  return calls.sort((a, b) => b.count - a.count || compareNames(a.team, b.team))[0]?.team || null;
}

/** One entry per given day, days without calls included. */
export function dayFigures(
  cells: readonly FigureCell[],
  days: readonly string[],
  forms: readonly string[],
): GroupFigures[] {
  const byDay = groupBy(cells, (cell) => cell.date);
  return days.map((day) => ({ key: day, label: day, team: null, ...figuresOf(byDay.get(day) ?? [], forms) }));
}
