import { defineCommand, single } from '../command.ts';
import { CommandFailed } from '../errors.ts';
import { findRecordings } from '../find-recording.ts';

export const command = defineCommand({
  usage: 'measures ID',
  options: {},
  async run(_values, positionals, here) {
    const client = await here.client();
    const [recording] = await findRecordings(client, [single(positionals, 'ID')]);
    const measures = await client.findings.measures({ recordingId: recording!.id });
    if (!measures) {
      const text = { zh: '该录音尚未测量：先运行 analyze。', en: 'Not measured yet: run analyze first.' };
      throw new CommandFailed('NOT_MEASURED', text[here.language]);
    }
    here.print(measures, () => JSON.stringify(measures, null, 2));
  },
});
