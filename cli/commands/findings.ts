import { defineCommand } from '../command.ts';
import { UsageError } from '../errors.ts';
import { findRecordings } from '../find-recording.ts';
import { choose, clock, shownFile, table } from '../text.ts';

const headers = { zh: ['文件', '规则', '结论', '时间', '依据'], en: ['file', 'rule', 'verdict', 'at', 'reason'] };
const verdicts = {
  zh: { met: '符合', not_met: '不符合', cannot_tell: '无法判断' },
  en: { met: 'met', not_met: 'not met', cannot_tell: 'cannot tell' },
};

export const command = defineCommand({
  usage: 'findings [ID…] [--all]',
  options: { all: { type: 'boolean' } },
  async run(values, names, here) {
    if (names.length === 0 && !values.all) throw new UsageError('findings: ID… | --all');
    const client = await here.client();
    const recordingIds = values.all ? undefined : (await findRecordings(client, names)).map((row) => row.id);
    const found = await client.findings.list(recordingIds ? { recordingIds } : {});
    const value = found.map(({ recordingId, file, rule, verdict, reason, evidence, value }) => {
      return { recordingId, file, rule, verdict, reason: choose(reason, here.language), evidence, value };
    });
    here.print(value, (language) =>
      table(
        headers[language],
        found.map((one) => [
          shownFile(one.file),
          choose(one.title, language),
          verdicts[language][one.verdict],
          clock(one.evidence[0]?.start ?? null),
          choose(one.reason, language),
        ]),
      ),
    );
  },
});
