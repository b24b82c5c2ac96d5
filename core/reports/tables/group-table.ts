/**
 * Figures by day, team or agent; rates are formulas over the counts beside them. The scores of several forms stand
 * side by side, each in columns that carry its title.
 */
import type { Form, FormFigures, GroupFigures, Language } from '../../contract/index.ts';
import { type Words, words } from '../words/index.ts';
import { columnLetter } from '../xlsx/column-letter.ts';
import type { CellValue } from '../xlsx/workbook-writer.ts';
import { type Column, firstDataRow, type Table } from './table.ts';

/** Below this many reviews an average says little about a person. */
export const fewReviews = 5;

type Title = keyof Words['columns'];

interface Field<T> {
  title: Title;
  kind: Column['kind'];
  value: (row: T) => CellValue;
  /** Titles of the columns to divide. */
  ratio?: [Title, Title];
}

/** A column of the table: a field of the group, or of one form of it. */
type Placed = Field<GroupFigures> & { form?: Form };

const counts: Field<GroupFigures>[] = [
  { title: 'recordings', kind: 'count', value: (group) => group.recordings },
  { title: 'reviewed', kind: 'count', value: (group) => group.reviewed },
  {
    title: 'coverage',
    kind: 'rate',
    value: (group) => group.coverage.value,
    ratio: ['reviewed', 'recordings'],
  },
];
const agentCoverage: Field<GroupFigures>[] = [
  { title: 'activeAgents', kind: 'count', value: (group) => group.agentCoverage.denominator },
  { title: 'reviewedAgents', kind: 'count', value: (group) => group.agentCoverage.numerator },
  {
    title: 'agentCoverage',
    kind: 'rate',
    value: (group) => group.agentCoverage.value,
    ratio: ['reviewedAgents', 'activeAgents'],
  },
];
const scores: Field<FormFigures>[] = [
  { title: 'scored', kind: 'count', value: (form) => form.passRate.denominator },
  { title: 'average', kind: 'score', value: (form) => form.average },
  { title: 'passed', kind: 'count', value: (form) => form.passRate.numerator },
  { title: 'passRate', kind: 'rate', value: (form) => form.passRate.value, ratio: ['passed', 'scored'] },
  { title: 'excellent', kind: 'count', value: (form) => form.excellentRate.numerator },
  {
    title: 'excellentRate',
    kind: 'rate',
    value: (form) => form.excellentRate.value,
    ratio: ['excellent', 'scored'],
  },
  { title: 'fatalCalls', kind: 'count', value: (form) => form.fatalRate.numerator },
  {
    title: 'fatalRate',
    kind: 'rate',
    value: (form) => form.fatalRate.value,
    ratio: ['fatalCalls', 'reviewed'],
  },
];

/** With several forms how many reviews each had; the group's own count is that of all. */
const formReviewed: Field<FormFigures> = {
  title: 'reviewed',
  kind: 'count',
  value: (form) => form.reviewed,
};

function scoreFields(forms: readonly Form[]): Placed[] {
  const several = forms.length > 1;
  // Without reviews the columns stay, empty.
  const shown: (Form | undefined)[] = forms.length > 0 ? [...forms] : [undefined];
  return shown.flatMap((form, index) =>
    (several ? [formReviewed, ...scores] : scores).map((field) => ({
      ...field,
      ...(several && form ? { form } : {}),
      value: (group: GroupFigures) => {
        const figures = group.forms[index];
        return figures ? field.value(figures) : null;
      },
    })),
  );
}

function table(name: string, fields: readonly Placed[], groups: readonly GroupFigures[], language: Language): Table {
  const { columns, colon } = words[language];
  const letter = (title: Title, form: Form | undefined) =>
    columnLetter(fields.findIndex((field) => field.title === title && field.form === form));
  return {
    name,
    columns: fields.map(({ title, form, kind }) => ({
      title: form ? `${form.title[language]}${colon}${columns[title]}` : columns[title],
      kind,
    })),
    rows: groups.map((group, index) =>
      fields.map((field): CellValue => {
        const value = field.value(group);
        if (!field.ratio || (typeof value === 'object' && value !== null)) return value;
        const row = firstDataRow + index;
        const [numerator, denominator] = field.ratio.map((title) => `${letter(title, field.form)}${row}`);
        return { formula: `IF(${denominator}=0,"",${numerator}/${denominator})`, result: value };
      }),
    ),
  };
}

function agentFields({ noTeam, noAgent, fewCalls }: Words, forms: readonly Form[]): Placed[] {
  // An agent whose name is not known is labelled by the number, which has its own column.
  const agentName = ({ key, label }: GroupFigures) => (key === '' ? noAgent : label === key ? null : label);
  return [
    { title: 'agentId', kind: 'text', value: (group) => group.key },
    { title: 'agentName', kind: 'text', value: agentName },
    { title: 'team', kind: 'text', value: (group) => group.team ?? noTeam },
    ...counts,
    ...scoreFields(forms),
    {
      title: 'remark',
      kind: 'text',
      value: ({ forms: own }) => (own.some(({ reviewed }) => reviewed > 0 && reviewed < fewReviews) ? fewCalls : null),
    },
  ];
}

export function agentsTable(groups: readonly GroupFigures[], forms: readonly Form[], language: Language): Table {
  return table(words[language].sheets.agents, agentFields(words[language], forms), groups, language);
}

/** Letter of a column of the agents' table that all its forms share, for formulas on other sheets. */
export function agentsColumn(title: Title): string {
  return columnLetter(agentFields(words.zh, []).findIndex((field) => field.title === title));
}

export function teamsTable(groups: readonly GroupFigures[], forms: readonly Form[], language: Language): Table {
  const { sheets, noTeam } = words[language];
  const team: Placed = { title: 'team', kind: 'text', value: (group) => group.key || noTeam };
  return table(sheets.teams, [team, ...counts, ...agentCoverage, ...scoreFields(forms)], groups, language);
}

export function daysTable(groups: readonly GroupFigures[], forms: readonly Form[], language: Language): Table {
  const date: Placed = { title: 'date', kind: 'date', value: (group) => group.key };
  return table(
    words[language].sheets.trend,
    [date, ...counts, ...agentCoverage, ...scoreFields(forms)],
    groups,
    language,
  );
}
