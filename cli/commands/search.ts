import type { SearchHit, SearchQuery, SpokenFilter } from '../../core/contract/index.ts';
import { type Client, defineCommand, oneOf, single } from '../command.ts';
import { UsageError } from '../errors.ts';
import { clock, shownFile, table } from '../text.ts';

const headers = { zh: ['文件', '时间', '说话人', '内容'], en: ['file', 'at', 'speaker', 'text'] };
const speakers = {
  zh: { agent: '坐席', customer: '客户', unknown: '未分离' },
  en: { agent: 'agent', customer: 'customer', unknown: 'unknown' },
};
const PAGE = 100;
const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;

interface Line extends SearchHit {
  recordingId: string;
  file: string;
}

export const command = defineCommand({
  usage: `search TEXT [--agent ID] [--team NAME] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--speaker agent|customer|unknown]
         [--after SECONDS] [--before SECONDS] [--scope sentence|call] [--limit N]
  TEXT: 几个词须在同一句中（--scope call：同一通） words must share a sentence (--scope call: a call)；
        "引号" 连续的词 words that stand together；-词 排除 excluded
  --after, --before: 从通话开始算起；负数从结束算起 from the start of the call; negative from its end (--after=-30)`,
  options: {
    agent: several,
    team: several,
    from: text,
    to: text,
    speaker: several,
    after: text,
    before: text,
    scope: text,
    limit: text,
  },
  async run(values, positionals, here) {
    const query: SearchQuery = {
      ...(values.agent ? { agentIds: values.agent } : {}),
      ...(values.team ? { teams: values.team } : {}),
      ...(values.from ? { from: values.from } : {}),
      ...(values.to ? { to: values.to } : {}),
      spoken: {
        text: single(positionals, 'TEXT'),
        scope: oneOf<'sentence' | 'call'>('--scope', values.scope, ['sentence', 'call'], 'sentence'),
        ...timeOf(values.after, values.before),
        ...(values.speaker
          ? { speakers: values.speaker.map((one) => oneOf('--speaker', one, ['agent', 'customer', 'unknown'])) }
          : {}),
      },
    };
    const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : numberOf('--limit', values.limit);
    const lines = await allLines(await here.client(), query, limit);
    const value = lines.map(({ recordingId, file, speaker, start, end, text }) => ({
      recordingId,
      file,
      speaker,
      start,
      end,
      text,
    }));
    here.print(value, (language) =>
      table(
        headers[language],
        lines.map((line) => [shownFile(line.file), clock(line.start), speakers[language][line.speaker], line.text]),
      ),
    );
  },
});

async function allLines(client: Client, query: SearchQuery, limit: number): Promise<Line[]> {
  const lines: Line[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Client['search']['find']>> = await client.search.find({
      query,
      cursor,
      limit: PAGE,
      perCall: 1000,
    });
    for (const { recording, hits } of page.calls)
      lines.push(...hits.map((hit) => ({ ...hit, recordingId: recording.id, file: recording.file })));
    cursor = page.next;
  } while (cursor !== null && lines.length < limit);
  return lines.slice(0, limit);
}

/** Seconds from the start of the call, or, both negative, back from its end. */
function timeOf(after: string | undefined, before: string | undefined): Pick<SpokenFilter, 'time'> {
  const [from, to] = [after, before].map((value, index) =>
    value === undefined ? undefined : numberOf(index === 0 ? '--after' : '--before', value),
  );
  const ends = [after, before].filter((value) => value?.startsWith('-')).length;
  if (from === undefined && to === undefined) return {};
  if (ends === 0)
    return { time: { edge: 'start', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } };
  if (ends < [after, before].filter((value) => value !== undefined).length)
    throw new UsageError('--after --before: 须同为正数或同为负数 both from the start or both from the end');
  return {
    time: { edge: 'end', ...(to === undefined ? {} : { from: -to }), ...(from === undefined ? {} : { to: -from }) },
  };
}

function numberOf(name: string, value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw new UsageError(`${name}: ${value}`);
  return number;
}
