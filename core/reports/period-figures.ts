/** What the list of periods says of one: its reviews, and the mean of each form. Pure. */
import type { ReviewedDayRow } from '../../db/index.ts';
import type { Bilingual } from '../contract/index.ts';
import { average, groupBy } from './figures.ts';
import type { Forms } from './forms.ts';

interface PeriodForm {
  form: string;
  templateId: string;
  title: Bilingual;
  reviewed: number;
  average: number | null;
}

/** The form with most reviews first, equal ones by key; the period has a mean of its own only with a single form. */
export function periodFigures(
  days: readonly ReviewedDayRow[],
  forms: Forms,
): { reviewed: number; average: number | null; forms: PeriodForm[] } {
  const sum = (rows: readonly ReviewedDayRow[], key: 'reviewed' | 'scored' | 'scoreSum') =>
    rows.reduce((total, row) => total + row[key], 0);
  const perForm = [...groupBy(days, (day) => forms.keyOf(day.templateId, day.templateVersion))]
    .map(([form, own]): PeriodForm => {
      const { templateId, title } = forms.get(form);
      return {
        form,
        templateId,
        title,
        reviewed: sum(own, 'reviewed'),
        average: average(sum(own, 'scoreSum'), sum(own, 'scored')),
      };
    })
    .sort((a, b) => b.reviewed - a.reviewed || (a.form < b.form ? -1 : 1));
  return {
    reviewed: sum(days, 'reviewed'),
    average: perForm.length === 1 ? perForm[0]!.average : null,
    forms: perForm,
  };
}
