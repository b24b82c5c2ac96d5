import { reviewedDays } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { Call, ServiceOf } from '../service.ts';
import { buildReport } from './build-report.ts';
import { periodRange } from './calendar.ts';
import { exportReport } from './export-report.ts';
import { dayOf, groupBy } from './figures.ts';
import { readForms } from './forms.ts';
import { periodFigures } from './period-figures.ts';
import type { RowReader } from './rows.ts';
import { createTemplateLookup } from './template-lookup.ts';

export function createReports(
  context: CoreContext,
  { templates }: { templates: Pick<ServiceOf<'templates'>, 'get'> },
): ServiceOf<'reports'> {
  const lookup = createTemplateLookup(templates);
  const readerFor = async ({ signal }: Call): Promise<RowReader> => ({
    library: context.library,
    zone: (await context.settings.get()).timeZone,
    templates: lookup,
    forms: await readForms(context.library),
    signal,
  });
  return {
    async figures(query, call) {
      return buildReport(context, await readerFor(call), query);
    },

    async periods({ period }) {
      const { timeZone } = await context.settings.get();
      const forms = await readForms(context.library);
      const days = await reviewedDays(context.library);
      return [...groupBy(days, (day) => periodRange(period, dayOf(day, timeZone)).from)]
        .map(([from, own]) => ({ date: from, ...periodRange(period, from), ...periodFigures(own, forms) }))
        .sort((a, b) => b.from.localeCompare(a.from));
    },

    async export({ format, dir, language = 'zh', preparedBy, checkedBy, ...query }, call) {
      const settings = await context.settings.get();
      const files = await exportReport(context, await readerFor(call), {
        query,
        format,
        language,
        dir,
        preparedBy: preparedBy ?? settings.inspector,
        checkedBy: checkedBy ?? '',
        organisation: settings.organisation,
      });
      await context.audit.write('report.exported', null, { ...query, format, files: files.length });
      return { files };
    },
  };
}
