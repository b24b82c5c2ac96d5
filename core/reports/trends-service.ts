import { itemCells, scoreCounts } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { ServiceOf } from '../service.ts';
import { readCells } from './build-report.ts';
import { bucketsOf, daysBetween, rangeBefore } from './calendar.ts';
import { dayOf, figuresOf } from './figures.ts';
import { scopeOf } from './scope.ts';
import { scoreBands } from './score-bands.ts';
import { callsOf, itemSeries, scoreSeries } from './trend-series.ts';

/** Longest range that is drawn, in days. */
const maxDays = 3660;

export function createTrends({ library, settings }: Pick<CoreContext, 'library' | 'settings'>): ServiceOf<'trends'> {
  return {
    async series({ from, to, bucket, by, ...choice }) {
      const range = { from, to };
      const length = daysBetween(from, to);
      if (length < 0 || length > maxDays) throw new DomainError('INPUT_INVALID', { detail: `${from} – ${to}` });
      const zone = (await settings.get()).timeZone;
      const scope = scopeOf(range, zone, choice);
      const cells = await readCells(library, scope, zone);
      const before = await readCells(library, scopeOf(rangeBefore(range), zone, choice), zone);
      const query = { range, bucket, choice };
      const series =
        by === 'item'
          ? itemSeries(
              (await itemCells(library, scope)).map((row) => ({ ...row, date: dayOf(row, zone) })),
              query,
            )
          : scoreSeries(cells, by, query);
      const calls = callsOf(range, choice);
      return {
        figures: figuresOf(cells),
        previous: figuresOf(before),
        calls,
        distribution: scoreBands(await scoreCounts(library, scope), calls),
        buckets: bucketsOf(bucket, range),
        series,
      };
    },
  };
}
