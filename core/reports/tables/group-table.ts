/** Figures by day, team or agent; rates are formulas over the counts beside them. */
import type { GroupFigures, Language } from '../../contract/index.ts';
import { type Words, words } from '../words/index.ts';
import { columnLetter } from '../xlsx/column-letter.ts';
import type { CellValue } from '../xlsx/workbook-writer.ts';
import { type Column, firstDataRow, type Table } from './table.ts';

/** Below this many reviews an average says little about a person. */
export const fewReviews = 5;

type Field = {
  title: keyof Words['columns'];
  kind: Column['kind'];
  width: number;
  value: (group: GroupFigures) => CellValue;
  /** Titles of the columns to divide. */
  ratio?: [keyof Words['columns'], keyof Words['columns']];
};

const counts: Field[] = [
  { title: 'recordings', kind: 'count', width: 9, value: (group) => group.recordings },
  { title: 'reviewed', kind: 'count', width: 9, value: (group) => group.reviewed },
  {
    title: 'coverage',
    kind: 'rate',
    width: 9,
    value: (group) => group.coverage.value,
    ratio: ['reviewed', 'recordings'],
  },
];
const agentCoverage: Field[] = [
  { title: 'activeAgents', kind: 'count', width: 12, value: (group) => group.agentCoverage.denominator },
  { title: 'reviewedAgents', kind: 'count', width: 11, value: (group) => group.agentCoverage.numerator },
  {
    title: 'agentCoverage',
    kind: 'rate',
    width: 12,
    value: (group) => group.agentCoverage.value,
    ratio: ['reviewedAgents', 'activeAgents'],
  },
];
const scores: Field[] = [
  { title: 'scored', kind: 'count', width: 12, value: (group) => group.passRate.denominator },
  { title: 'average', kind: 'score', width: 9, value: (group) => group.average },
  { title: 'passed', kind: 'count', width: 10, value: (group) => group.passRate.numerator },
  { title: 'passRate', kind: 'rate', width: 9, value: (group) => group.passRate.value, ratio: ['passed', 'scored'] },
  { title: 'excellent', kind: 'count', width: 10, value: (group) => group.excellentRate.numerator },
  {
    title: 'excellentRate',
    kind: 'rate',
    width: 9,
    value: (group) => group.excellentRate.value,
    ratio: ['excellent', 'scored'],
  },
  { title: 'fatalCalls', kind: 'count', width: 10, value: (group) => group.fatalRate.numerator },
  {
    title: 'fatalRate',
    kind: 'rate',
    width: 12,
    value: (group) => group.fatalRate.value,
    ratio: ['fatalCalls', 'reviewed'],
  },
];

function table(name: string, fields: readonly Field[], groups: readonly GroupFigures[], language: Language): Table {
  const { columns } = words[language];
  const letter = (title: keyof Words['columns']) => columnLetter(fields.findIndex((field) => field.title === title));
  return {
    name,
    columns: fields.map((field) => ({ title: columns[field.title], kind: field.kind, width: field.width })),
    rows: groups.map((group, index) =>
      fields.map((field): CellValue => {
        const value = field.value(group);
        if (!field.ratio || (typeof value === 'object' && value !== null)) return value;
        const row = firstDataRow + index;
        const [numerator, denominator] = field.ratio.map((title) => `${letter(title)}${row}`);
        return { formula: `IF(${denominator}=0,"",${numerator}/${denominator})`, result: value };
      }),
    ),
  };
}

function agentFields({ noTeam, noAgent, fewCalls }: Words): Field[] {
  // An agent whose name is not known is labelled by the number, which has its own column.
  const agentName = ({ key, label }: GroupFigures) => (key === '' ? noAgent : label === key ? null : label);
  return [
    { title: 'agentId', kind: 'text', width: 11, value: (group) => group.key },
    { title: 'agentName', kind: 'text', width: 11, value: agentName },
    { title: 'team', kind: 'text', width: 13, value: (group) => group.team ?? noTeam },
    ...counts,
    ...scores,
    {
      title: 'remark',
      kind: 'text',
      width: 22,
      value: (group) => (group.reviewed > 0 && group.reviewed < fewReviews ? fewCalls : null),
    },
  ];
}

export function agentsTable(groups: readonly GroupFigures[], language: Language): Table {
  return table(words[language].sheets.agents, agentFields(words[language]), groups, language);
}

/** Letter of a column of the agents' table, for formulas on other sheets. */
export function agentsColumn(title: keyof Words['columns']): string {
  return columnLetter(agentFields(words.zh).findIndex((field) => field.title === title));
}

export function teamsTable(groups: readonly GroupFigures[], language: Language): Table {
  const { sheets, noTeam } = words[language];
  const team: Field = { title: 'team', kind: 'text', width: 16, value: (group) => group.key || noTeam };
  return table(sheets.teams, [team, ...counts, ...agentCoverage, ...scores], groups, language);
}

export function daysTable(groups: readonly GroupFigures[], language: Language): Table {
  const date: Field = { title: 'date', kind: 'date', width: 12, value: (group) => group.key };
  return table(words[language].sheets.trend, [date, ...counts, ...agentCoverage, ...scores], groups, language);
}
