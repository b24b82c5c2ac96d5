import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LibraryDb } from './open.ts';
import { recordingFacets } from './recordings-facets.ts';
import type { RecordingCriteria } from './recordings-filter.ts';
import { type RecordingOrder, recordingIds, recordingTotals } from './recordings-list.ts';
import { tempLibrary } from './test-support/temp-library.ts';

let library: LibraryDb;
const page = { offset: 0, limit: 100 };

const noWholeRow = /^(SCAN|SEARCH) recordings USING COVERING INDEX/;

/** How SQLite would run what is asked, statement by statement. */
async function plansOf(ask: () => Promise<unknown>): Promise<string[]> {
  const prepared = vi.spyOn(library.raw, 'prepare');
  await ask();
  const statements = prepared.mock.calls
    .map(([source]) => source)
    .filter((source) => / from "recordings"/.test(source));
  prepared.mockRestore();
  expect(statements.length).toBeGreaterThan(0);
  return statements.map((source) => {
    const parameters = source.match(/\?/g)?.map(() => '1') ?? [];
    const steps = library.raw.prepare(`EXPLAIN QUERY PLAN ${source}`).all(parameters) as { detail: string }[];
    return steps.map((step) => step.detail).join('\n');
  });
}

describe('the library list', () => {
  beforeEach(() => {
    library = tempLibrary(':memory:');
  });

  it.each<[RecordingOrder['by'], string]>([
    ['startedAt', 'recordings_list'],
    ['duration', 'recordings_duration'],
    ['score', 'recordings_score'],
    ['findings', 'recordings_open'],
    ['file', 'recordings_file'],
  ])('the whole list by %s walks along an index without sorting', async (by, index) => {
    const [plan] = await plansOf(() => recordingIds(library, {}, { by, descending: true }, page));
    expect(plan).toBe(`SCAN recordings USING COVERING INDEX ${index}`);
  });

  it.each<[string, RecordingCriteria]>([
    ['the state of the review', { reviewStates: ['none'] }],
    ['the date', { from: '2026-03-01', to: '2026-03-31' }],
    ['the team', { teams: ['一组'] }],
    ['the direction', { directions: ['inbound'] }],
    ['the length', { minDurationMs: 30_000, maxDurationMs: 60_000 }],
    ['open findings', { findings: ['fatal', 'serious'] }],
    ['the outcome', { outcome: 'passed' }],
    ['several', { reviewStates: ['none'], from: '2026-03-01', teams: ['一组'], findings: ['fatal'] }],
  ])('a list narrowed by %s reads no whole row, whatever it is sorted by', async (_what, criteria) => {
    for (const by of ['startedAt', 'duration', 'score', 'findings', 'file'] as const) {
      const plans = await plansOf(async () => {
        await recordingTotals(library, criteria);
        await recordingIds(library, criteria, { by, descending: true }, page);
      });
      for (const plan of plans) expect(plan).toMatch(noWholeRow);
    }
  });

  it('the choices for narrowing never read whole rows', async () => {
    for (const criteria of [{}, { reviewStates: ['none' as const] }, { from: '2026-03-01' }]) {
      for (const plan of await plansOf(() => recordingFacets(library, criteria))) expect(plan).toMatch(noWholeRow);
    }
  });
});
