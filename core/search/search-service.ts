/** Search over all transcripts: hits by call, saved searches, clips from hits. */
import {
  agentsStarting,
  type CallPlace,
  deleteSavedSearch,
  putSavedSearch,
  renameSavedSearch,
  type SavedSearchRow,
  savedSearches,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { CLIPS_AT_ONCE, type SavedSearch, SearchQuery } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { plainCriteria } from '../recordings/recording-criteria.ts';
import type { ServiceOf } from '../service.ts';
import { type FoundPage, findCalls } from './find-calls.ts';
import { makeClips } from './make-clips.ts';
import { parseTerms, spokenCriteria } from './search-query.ts';
import { showCalls } from './show-hits.ts';

const suggestions = 8;
const nothing: FoundPage = { calls: [], next: null, reached: null, total: { hits: 0, calls: 0, atLeast: false } };

export function createSearch(
  context: CoreContext,
  { training }: { training: Pick<ServiceOf<'training'>, 'saveClip'> },
): ServiceOf<'search'> {
  const { library, settings, events, clock, newId, audit } = context;

  const page = async (query: SearchQuery, place: CallPlace | null, limit: number): Promise<FoundPage> => {
    const { spoken, ...filter } = query;
    const said = spokenCriteria(spoken);
    if (!said) return nothing;
    return findCalls(library, said, plainCriteria(filter, (await settings.get()).timeZone), { place, limit });
  };

  /** Ids of the first sentences found; one more than can be made clips of tells that there are more. */
  const firstHits = async (query: SearchQuery, signal: AbortSignal | undefined): Promise<number[]> => {
    const ids: number[] = [];
    let place: CallPlace | null = null;
    do {
      signal?.throwIfAborted();
      const { calls, next }: FoundPage = await page(query, place, CLIPS_AT_ONCE);
      ids.push(...calls.flatMap(({ sentences }) => sentences.map(({ id }) => id)));
      place = next;
    } while (place !== null && ids.length <= CLIPS_AT_ONCE);
    return ids;
  };

  return {
    async find({ query, cursor, limit = 20, perCall = 3 }) {
      const { calls, next, reached, total } = await page(query, cursor ? placeIn(cursor) : null, limit);
      const spellings = parseTerms(query.spoken.text).flatMap((term) => (term.excluded ? [] : term.spellings));
      return {
        calls: await showCalls(library, calls, spellings, perCall),
        next: next && `${next.startedAt ?? ''}/${next.id}`,
        reached,
        total,
      };
    },

    async suggestAgents({ text }) {
      const start = text.normalize('NFKC').trim();
      return start === '' ? [] : agentsStarting(library, start, suggestions);
    },

    async makeClips({ query, segmentIds, kind }, { signal }) {
      const chosen = segmentIds ?? (await firstHits(query, signal));
      const ids = await makeClips(context, training, chosen, kind);
      return { ids, left: chosen.length > CLIPS_AT_ONCE };
    },

    async saved() {
      return (await savedSearches(library)).map(toSaved);
    },

    async save({ name, query }) {
      const saved = { id: newId(), name: name.trim(), query, createdAt: clock() };
      await put(saved, 'search.save');
      return saved;
    },

    async rename({ id, name }) {
      const row = await renameSavedSearch(library, id, name.trim());
      if (!row) throw new DomainError('SEARCH_NOT_FOUND', {});
      await audit.write('search.rename', id, { name: row.name });
      events.changed('searches');
      return toSaved(row);
    },

    async remove({ id }) {
      const row = await deleteSavedSearch(library, id);
      if (!row) throw new DomainError('SEARCH_NOT_FOUND', {});
      await audit.write('search.remove', id, { name: row.name });
      events.changed('searches');
      return toSaved(row);
    },

    async restore(saved) {
      await put(saved, 'search.restore');
      return saved;
    },
  };

  async function put({ id, name, query, createdAt }: SavedSearch, action: string): Promise<void> {
    await putSavedSearch(library, { id, name, query: JSON.stringify(query), created_at: createdAt });
    await audit.write(action, id, { name });
    events.changed('searches');
  }
}

function toSaved({ id, name, query, created_at }: SavedSearchRow): SavedSearch {
  return { id, name, query: SearchQuery.parse(JSON.parse(query)), createdAt: created_at };
}

/** @throws DomainError INPUT_INVALID */
function placeIn(cursor: string): CallPlace {
  const parts = /^(-?\d*)\/(.+)$/.exec(cursor);
  if (!parts) throw new DomainError('INPUT_INVALID', { detail: `cursor ${cursor}` });
  return { startedAt: parts[1] === '' ? null : Number(parts[1]), id: parts[2]! };
}
