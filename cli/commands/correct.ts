import type { CallCorrection } from '../../core/contract/index.ts';
import { defineCommand, oneOf } from '../command.ts';
import { UsageError } from '../errors.ts';
import { findRecordings } from '../find-recording.ts';

const directions = ['inbound', 'outbound', 'unknown'] as const;

/** What a person corrects is no longer changed by call records; `unknown` and an empty text say that it is not known. */
export const command = defineCommand({
  usage:
    'correct ID… [--agent ID] [--agent-name NAME] [--team NAME] [--direction inbound|outbound|unknown] [--start "YYYY-MM-DD HH:MM:SS"]',
  options: {
    agent: { type: 'string' },
    'agent-name': { type: 'string' },
    team: { type: 'string' },
    direction: { type: 'string' },
    start: { type: 'string' },
  },
  async run(values, positionals, here) {
    const direction =
      values.direction === undefined ? undefined : oneOf('--direction', values.direction, directions, 'unknown');
    const said = {
      agentId: values.agent,
      agentName: values['agent-name'],
      team: values.team,
      direction: direction === 'unknown' ? '' : direction,
      start: values.start,
    };
    const change = Object.fromEntries(
      Object.entries(said).flatMap(([field, value]) => (value === undefined ? [] : [[field, value || null]])),
    ) as CallCorrection;
    if (positionals.length === 0 || Object.keys(change).length === 0)
      throw new UsageError('请写明录音和要改的内容 name the recordings and what to correct');
    const client = await here.client();
    const ids = (await findRecordings(client, positionals)).map(({ id }) => id);
    const { changed } = await client.recordings.correct({ ids, change });
    here.print({ changed: changed.map(({ id }) => id), before: changed }, (language) =>
      language === 'zh' ? `已修改 ${changed.length} 通` : `${changed.length} calls corrected`,
    );
  },
});
