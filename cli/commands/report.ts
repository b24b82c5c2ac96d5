import { resolve } from 'node:path';
import { Period, ReportFormat } from '../../core/contract/index.ts';
import { defineCommand, none, oneOf } from '../command.ts';
import { UsageError } from '../errors.ts';

export const command = defineCommand({
  usage:
    'report --period day|week|month [--date YYYY-MM-DD] --format xlsx|csv|json --out DIR [--team T]… [--template ID]',
  options: {
    period: { type: 'string' },
    date: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    team: { type: 'string', multiple: true },
    template: { type: 'string' },
  },
  async run(values, positionals, here) {
    none(positionals);
    const period = oneOf('--period', values.period, Period.options);
    const format = oneOf('--format', values.format, ReportFormat.options, 'xlsx');
    if (!values.out && format !== 'json') throw new UsageError('report: --out DIR');
    const client = await here.client();
    const query = {
      period,
      date: values.date ?? (await client.app.info()).today,
      ...(values.team ? { teams: values.team } : {}),
      ...(values.template ? { templateId: values.template } : {}),
    };
    const written = values.out
      ? await client.reports.export({ ...query, format, dir: resolve(values.out), language: here.language })
      : { files: [] };
    const files = written.files.map((file) => file.path);
    if (format !== 'json') return here.print({ files }, () => files.join('\n'));
    const figures = await client.reports.figures(query);
    here.print({ ...figures, files }, (language) => [figures.summary[language], ...files].join('\n'));
  },
});
