import { defineCommand } from '../command.ts';
import { UsageError } from '../errors.ts';
import { allRecordings, findRecordings } from '../find-recording.ts';
import { jobsDone } from '../jobs-done.ts';
import { shownFile, table } from '../text.ts';

export const command = defineCommand({
  usage: 'analyze [ID…] [--all] [--force]',
  options: { all: { type: 'boolean' }, force: { type: 'boolean' } },
  async run(values, names, here) {
    if (names.length === 0 && !values.all) throw new UsageError('analyze: ID… | --all');
    const client = await here.client();
    const chosen = values.all ? await allRecordings(client) : await findRecordings(client, names);
    const ids = chosen.map((row) => row.id);
    await client.findings.analyze({ ...(values.all ? {} : { recordingIds: ids }), force: values.force ?? false });
    await jobsDone(here);
    const wanted = new Set(ids);
    const now = (await allRecordings(client)).filter((row) => wanted.has(row.id));
    here.print(
      now.map(({ id, status }) => ({ id, status })),
      (language) =>
        table(
          language === 'zh' ? ['文件', '状态'] : ['file', 'status'],
          now.map((row) => [shownFile(row.file), row.status]),
        ),
    );
  },
});
