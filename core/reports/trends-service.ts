import { itemCells, scoreCounts } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { ServiceOf } from '../service.ts';
import { readCells } from './build-report.ts';
import { bucketsOf, daysBetween, rangeBefore } from './calendar.ts';
import { dayOf, figuresOf, formsIn } from './figures.ts';
import { readForms } from './forms.ts';
import { describedItems } from './lost-items.ts';
import { scopeOf } from './scope.ts';
import { scoreBands } from './score-bands.ts';
import { createTemplateLookup } from './template-lookup.ts';
import { callsOf, itemSeries, narrowTo, scoreSeries } from './trend-series.ts';

/** Longest range that is drawn, in days. */
const maxDays = 3660;

export function createTrends(
  { library, settings }: Pick<CoreContext, 'library' | 'settings'>,
  { templates }: { templates: Pick<ServiceOf<'templates'>, 'get'> },
): ServiceOf<'trends'> {
  const lookup = createTemplateLookup(templates);
  return {
    async series({ from, to, bucket, by, form: wanted, ...choice }) {
      const range = { from, to };
      const length = daysBetween(from, to);
      if (length < 0 || length > maxDays) throw new DomainError('INPUT_INVALID', { detail: `${from} – ${to}` });
      const zone = (await settings.get()).timeZone;
      const forms = await readForms(library);
      const scope = scopeOf(range, zone, choice);
      const cells = await readCells(library, scope, { zone, forms });
      const before = await readCells(library, scopeOf(rangeBefore(range), zone, choice), { zone, forms });
      const inScope = formsIn(cells);
      const form = inScope.find((key) => key === wanted) ?? inScope[0] ?? null;
      const query = { range, bucket, choice, inScope, form, forms };
      const series =
        by === 'item'
          ? itemSeries(
              (await describedItems(await itemCells(library, scope), forms, lookup)).map((row) => ({
                ...row,
                date: dayOf(row, zone),
              })),
              query,
            )
          : scoreSeries(cells, by, query);
      const calls = callsOf(range, choice);
      const scores = await scoreCounts(library, { ...scope, ...(form === null ? {} : forms.choiceOf(form)) });
      return {
        forms: inScope.map((key) => ({
          ...forms.get(key),
          calls: { ...calls, ...narrowTo({ form: key, inScope, forms }) },
        })),
        form,
        figures: figuresOf(cells, inScope),
        previous: figuresOf(before, inScope),
        calls,
        distribution: scoreBands(scores, { ...calls, ...narrowTo(query) }),
        buckets: bucketsOf(bucket, range),
        series,
      };
    },
  };
}
