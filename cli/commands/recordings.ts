import { defineCommand, none } from '../command.ts';
import { allRecordings } from '../find-recording.ts';
import { clock, isoInZone, shownFile, table } from '../text.ts';

const headers = {
  zh: ['文件', '坐席', '姓名', '班组', '客户号码', '方向', '开始时间', '时长', '编号'],
  en: ['file', 'agent', 'name', 'team', 'phone', 'direction', 'started', 'length', 'id'],
};
const directions = { zh: { inbound: '呼入', outbound: '呼出' }, en: { inbound: 'inbound', outbound: 'outbound' } };

export const command = defineCommand({
  usage: 'recordings [--q TEXT] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--agent ID]',
  options: { q: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, agent: { type: 'string' } },
  async run(values, positionals, here) {
    none(positionals);
    const client = await here.client();
    const { timeZone } = await client.app.info();
    const rows = await allRecordings(client, {
      ...(values.q ? { q: values.q } : {}),
      ...(values.from ? { from: values.from } : {}),
      ...(values.to ? { to: values.to } : {}),
      ...(values.agent ? { agentIds: [values.agent] } : {}),
    });
    const started = (ms: number | null) => (ms === null ? null : isoInZone(ms, timeZone));
    // Scripts join on whole numbers; each reading is written to the audit log. People see them masked.
    const phones = here.json ? await client.recordings.revealPhones({ ids: rows.map((row) => row.id) }) : {};
    const value = rows.map((row) => ({
      id: row.id,
      file: row.file,
      agentId: row.agentId,
      agentName: row.agentName,
      team: row.team,
      phone: phones[row.id] ?? null,
      direction: row.direction,
      startedAt: started(row.startedAt),
      durationS: row.durationMs === null ? null : row.durationMs / 1000,
      channels: row.channels,
      codec: row.codec,
      status: row.status,
      sha256: row.sha256,
      hangupBy: row.hangupBy,
      ringSeconds: row.ringSeconds,
      business: row.business,
    }));
    here.print(value, (language) =>
      table(
        headers[language],
        rows.map((row) => [
          shownFile(row.file),
          row.agentId,
          row.agentName,
          row.team,
          row.phoneMasked,
          row.direction && directions[language][row.direction],
          started(row.startedAt)?.slice(0, 19).replace('T', ' '),
          clock(row.durationMs === null ? null : row.durationMs / 1000),
          row.id,
        ]),
      ),
    );
  },
});
