import type { SearchHit } from '../../core/contract/index.ts';
import { type Client, defineCommand, single } from '../command.ts';
import { clock, shownFile, table } from '../text.ts';

const headers = { zh: ['文件', '时间', '内容'], en: ['file', 'at', 'text'] };
const PAGE = 500;

export const command = defineCommand({
  usage: 'search TEXT',
  options: {},
  async run(_values, positionals, here) {
    const hits = await allHits(await here.client(), single(positionals, 'TEXT'));
    const value = hits.map(({ recordingId, file, speaker, start, end, text }) => ({
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
        hits.map((hit) => [shownFile(hit.file), clock(hit.start), hit.text]),
      ),
    );
  },
});

async function allHits(client: Client, text: string): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (;;) {
    const page = await client.transcripts.search({ text, offset: hits.length, limit: PAGE });
    hits.push(...page.hits);
    if (page.hits.length === 0 || hits.length >= page.total) return hits;
  }
}
