/** Search against a plain scan of all sentences: whatever is asked, by whichever way it is answered. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CallPlace, recordingIds } from '../../db/index.ts';
import type { SearchQuery, Speaker } from '../contract/index.ts';
import { criteriaOf, plainCriteria } from '../recordings/recording-criteria.ts';
import { createTestCore, type TestCore } from '../test-support/test-core.ts';
import { searchable } from '../text/chinese.ts';
import { type Bounds, findCalls } from './find-calls.ts';
import { parseTerms, spokenCriteria } from './search-query.ts';
import { addCall, renumberLastSentence } from './testing.ts';

let core: TestCore;
beforeAll(() => {
  core = createTestCore();
});
afterAll(() => core.close());

interface Said {
  speaker: Speaker;
  text: string;
  start: number;
  end: number;
}
interface Spoken {
  id: string;
  started_at: number | null;
  duration_ms: number;
  direction: 'inbound' | 'outbound' | null;
  sentences: Said[];
}

const plain = (text: string) => searchable(text).replace(/[\s\p{P}]/gu, '');
const letter = fc.constantFrom('您', '好', '请', '請', '8', '八', '，');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 2 });
const speaker = fc.constantFrom<Speaker[]>('agent', 'customer', 'unknown');
const calls = fc.array(
  fc.record({
    started_at: fc.option(fc.integer({ min: 0, max: 3 })),
    duration_ms: fc.constantFrom(14_000, 15_000, 20_000),
    direction: fc.constantFrom('inbound' as const, 'outbound' as const, null),
    corrected: fc.boolean(),
    sentences: fc.array(fc.record({ speaker, text: fc.string({ unit: word, minLength: 1, maxLength: 4 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  { maxLength: 7 },
);
const term = fc
  .tuple(fc.constantFrom('', '', '-'), fc.boolean(), word)
  .map(([minus, quoted, text]) => `${minus}${quoted ? `"${text}"` : text}`);
const seconds = fc.option(fc.constantFrom(0, 5, 6, 10, 11, 15), { nil: undefined });
const queries: fc.Arbitrary<SearchQuery> = fc.record({
  directions: fc.option(fc.constant<['inbound']>(['inbound']), { nil: undefined }),
  spoken: fc.record({
    text: fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => terms.join(' ')),
    scope: fc.constantFrom('sentence', 'call'),
    speakers: fc.option(fc.uniqueArray(speaker), { nil: undefined }),
    time: fc.option(fc.record({ edge: fc.constantFrom('start', 'end'), from: seconds, to: seconds }), {
      nil: undefined,
    }),
  }),
});
/** All is collected; nothing is; walking first; and time that is always up. */
const usual: Bounds = { few: 100, some: 100, longest: 1000, walk: 1000, stride: 2, pick: 3 };
const ways: fc.Arbitrary<Bounds> = fc.constantFrom(
  usual,
  { ...usual, few: -1, some: -1 },
  { ...usual, few: -1, walk: -1 },
  { ...usual, few: -1, some: -1, longest: -1 },
  { ...usual, longest: -1 },
);

/** How many sentences of a call count; none when the call as a whole does not. */
function scan(call: Spoken, { directions, spoken }: SearchQuery): number {
  if (directions && (call.direction === null || !directions.includes(call.direction))) return 0;
  const { speakers, time } = spoken;
  const heard = call.sentences.filter(({ speaker: who, start, end }) => {
    if (speakers?.length && !speakers.includes(who)) return false;
    const left = call.duration_ms / 1000 - end;
    if (time?.edge === 'start') return start >= (time.from ?? 0) && start < (time.to ?? 1e9);
    return time ? left >= (time.from ?? -1e9) && left <= (time.to ?? 1e9) : true;
  });
  const terms = parseTerms(spoken.text);
  const says = ({ text }: Said, spellings: readonly string[]) =>
    spellings.some((spelling) => plain(text).includes(plain(spelling)));
  const wanted = terms.filter(({ excluded }) => !excluded);
  const unwanted = terms.filter(({ excluded }) => excluded);
  if (wanted.length === 0) return 0;
  if (spoken.scope !== 'call')
    return heard.filter(
      (each) =>
        wanted.every(({ spellings }) => says(each, spellings)) &&
        !unwanted.some(({ spellings }) => says(each, spellings)),
    ).length;
  const anywhere = ({ spellings }: { spellings: string[] }) => heard.some((each) => says(each, spellings));
  if (!wanted.every(anywhere) || unwanted.some(anywhere)) return 0;
  return heard.filter((each) => wanted.some(({ spellings }) => says(each, spellings))).length;
}

it('finds exactly the calls and sentences that a scan finds, newest first, on whatever pages', async () => {
  const { library } = core.context;
  await fc.assert(
    fc.asyncProperty(calls, queries, ways, fc.integer({ min: 1, max: 4 }), async (drawn, query, bounds, limit) => {
      await library.db.deleteFrom('recordings').execute();
      const all: Spoken[] = [];
      for (const [index, { sentences, corrected: _, ...values }] of drawn.entries()) {
        const spoken = sentences.map((one, place) => ({ ...one, start: place * 5, end: place * 5 + 4 }));
        all.push({ id: `r${index}`, ...values, sentences: spoken });
        await addCall(library, `r${index}`, spoken, values);
      }
      for (const [index, { corrected }] of drawn.entries()) if (corrected) renumberLastSentence(library, `r${index}`);
      const expected = all
        .map((call) => ({ ...call, hits: scan(call, query) }))
        .filter(({ hits }) => hits > 0)
        .sort((a, b) => (b.started_at ?? -1) - (a.started_at ?? -1) || (a.id < b.id ? 1 : -1))
        .map(({ id, hits }) => [id, hits]);

      const { spoken: filter, ...rest } = query;
      const spoken = spokenCriteria(filter);
      const found: [string, number][] = [];
      let [place, first]: [CallPlace | null, boolean] = [null, true];
      if (spoken)
        do {
          const page: Awaited<ReturnType<typeof findCalls>> = await findCalls(
            library,
            spoken,
            plainCriteria(rest, 'Asia/Shanghai'),
            { place, limit },
            bounds,
          );
          found.push(
            ...page.calls.map(({ recordingId, sentences }): [string, number] => [recordingId, sentences.length]),
          );
          if (first && page.total && !page.total.atLeast) {
            expect(page.total.hits).toBe(expected.reduce((sum, [, hits]) => sum + Number(hits), 0));
            if (page.total.calls !== null) expect(page.total.calls).toBe(expected.length);
          }
          place = page.next;
          first = false;
        } while (place !== null);
      expect(found).toEqual(expected);
      // The library's list, the same calls.
      const newest = { by: 'startedAt', descending: true } as const;
      const listed = await recordingIds(library, await criteriaOf(library, query, 'Asia/Shanghai'), newest, {
        offset: 0,
        limit: 100,
      });
      expect(listed).toEqual(expected.map(([id]) => id));
    }),
    { numRuns: 200 },
  );
});
