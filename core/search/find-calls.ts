/**
 * A page of search results. What few sentences match is collected and sorted; for what is common, calls are looked
 * through from the newest until the page is full. Either way the time of one question is bounded: a page may come
 * back short, with a cursor from which the next question goes on.
 */
import {
  type CallPlace,
  callReader,
  callsBelow,
  callsSayingBelow,
  countMatches,
  countSpoken,
  hasCriteria,
  type RecordingCriteria,
  type SpokenCriteria,
  type SpokenSentenceRow,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { SearchPage } from '../contract/index.ts';

type Library = CoreContext['library'];
export interface FoundCall {
  recordingId: string;
  sentences: SpokenSentenceRow[];
}
export interface FoundPage extends Pick<SearchPage, 'reached' | 'total'> {
  calls: FoundCall[];
  next: CallPlace | null;
}

export interface Bounds {
  /** Matching sentences: up to so many are collected at once; up to so many when walking found too little. */
  few: number;
  some: number;
  /** Milliseconds of one question, and of walking before what is not quite common is collected instead. */
  longest: number;
  walk: number;
  /** Calls looked into at a time: while walking, and where they lie scattered. */
  stride: number;
  pick: number;
}
const usual: Bounds = { few: 3000, some: 10_000, longest: 40, walk: 15, stride: 100, pick: 25 };

/** @param page.place only calls below it; null: from the newest, with the total. Each question gets at least one batch of calls further. */
export async function findCalls(
  library: Library,
  spoken: SpokenCriteria,
  criteria: RecordingCriteria,
  { place, limit }: { place: CallPlace | null; limit: number },
  bounds: Bounds = usual,
): Promise<FoundPage> {
  const { few, some, longest, walk, stride, pick } = bounds;
  const begun = performance.now();
  const rarest = leastCommon(library, spoken, some, begun + walk);
  const total = place === null ? await readyTotal(library, spoken, criteria, rarest.count, bounds) : null;
  const search = searchBelow(library, spoken, place, { limit, count: place === null && total === null });
  if (rarest.count > few) {
    const until = begun + (rarest.count > some ? longest : walk);
    do search.through(await callsBelow(library, criteria, search.place(), stride), until, stride, stride);
    while (!search.done() && performance.now() < until);
  }
  if (rarest.count <= some && !search.done()) {
    const saying = { ...spoken, hit: rarest.match, together: [], without: null };
    search.through(await callsSayingBelow(library, saying, criteria, search.place()), begun + longest, pick);
  }
  const { calls, next, reached, counted } = search.result();
  return { calls, next, reached, total: total ?? (place === null ? counted : null) };
}

/** What must be said anyway and is said least often. `count` is `some` + 1 when it is more. */
function leastCommon(
  library: Library,
  spoken: SpokenCriteria,
  some: number,
  until: number,
): { match: string; count: number } {
  const matches = spoken.together.length > 0 ? spoken.together : [spoken.hit];
  return matches
    .map((match) => ({ match, count: countMatches(library, match, some, until) }))
    .reduce((least, each) => (each.count < least.count ? each : least));
}

/** The total where it can be had without looking into calls, else null. @param matches sentences that `hit` finds */
async function readyTotal(
  library: Library,
  spoken: SpokenCriteria,
  criteria: RecordingCriteria,
  matches: number,
  { few, some }: Bounds,
): Promise<SearchPage['total']> {
  if (spoken.together.length > 0 || spoken.without !== null) return null;
  if (matches <= few) return { ...(await countSpoken(library, spoken, criteria)), atLeast: false };
  if (hasCriteria(criteria) || spoken.speakers || spoken.time) return null;
  return { hits: Math.min(matches, some), calls: null, atLeast: matches > some };
}

/** @param how.count goes on after the page is full, to say how much there is */
function searchBelow(
  library: Library,
  spoken: SpokenCriteria,
  from: CallPlace | null,
  how: { limit: number; count: boolean },
) {
  const read = callReader(library, spoken);
  const calls: FoundCall[] = [];
  const counted = { hits: 0, calls: 0, atLeast: true };
  /** The call looked into last, and the last one before the next page. */
  let seen = from;
  let next: CallPlace | null = null;
  let reached: number | null = null;
  const full = () => calls.length === how.limit;
  return {
    place: () => seen,
    done: () => !counted.atLeast || (full() && !how.count),
    /** @param batch how many to read at a time @param expected fewer candidates than this are the last ones there are */
    through(candidates: readonly CallPlace[], until: number, batch: number, expected = Number.POSITIVE_INFINITY): void {
      for (let at = 0; at < candidates.length; at += batch) {
        const part = candidates.slice(at, at + batch);
        const look = read(part.map(({ id }) => id));
        for (const [place, call] of part.entries()) {
          if (full() && !how.count) return;
          const found = look(place);
          if (found.count > 0) {
            counted.hits += found.count;
            counted.calls += 1;
            if (full()) next ??= seen;
            else calls.push({ recordingId: call.id, sentences: found.sentences() });
          }
          if (next === null) reached = call.startedAt;
          seen = call;
        }
        if (performance.now() > until && seen !== candidates.at(-1)) return;
      }
      counted.atLeast = candidates.length >= expected;
    },
    result: () => ({ calls, next: counted.atLeast ? (next ?? seen) : next, reached, counted }),
  };
}
