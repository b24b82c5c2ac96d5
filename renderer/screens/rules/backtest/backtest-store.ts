/** Back-tests of this session: one runs at a time, the last result of each rule is kept until it is applied. */
import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { BacktestResult, RecordingFilter, Verdict } from '../../../../core/contract/index.ts';
import { api, errorOf } from '../../../api.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { isSame } from '../form/params-schema.ts';
import type { Subject } from '../use-work.ts';

export type Scope = 'all' | 'filter';

/** Calls that went from one verdict to another. */
export interface Turn {
  from: Verdict | null;
  to: Verdict;
}

export interface Trial {
  subject: Subject;
  /** Null: all recordings. */
  filter: RecordingFilter | null;
  result: BacktestResult;
}

interface Rejection {
  subject: Subject;
  error: unknown;
  /** As the core words it: begins with the path of the setting, where there is one. */
  detail: string;
}

interface BacktestState {
  scope: Scope;
  running: { id: string; done: number; total: number; stop: AbortController } | null;
  trials: Readonly<Record<string, Trial>>;
  rejections: Readonly<Record<string, Rejection>>;
  /** Show only these flips. */
  turn: Turn | null;
}

export const useBacktest = create<BacktestState>(() => ({
  scope: 'all',
  running: null,
  trials: {},
  rejections: {},
  turn: null,
}));

export type RunEnd = { kind: 'done' | 'stopped' | 'refused' } | { kind: 'failed'; error: unknown };

/** Tries the subject on the calls; a test that still runs gives way. Nothing is stored. */
export async function runBacktest(id: string, subject: Subject, filter: RecordingFilter | null): Promise<RunEnd> {
  useBacktest.getState().running?.stop.abort();
  const stop = new AbortController();
  const mine = () => useBacktest.getState().running?.stop === stop;
  useBacktest.setState(({ rejections }) => ({
    running: { id, done: 0, total: 0, stop },
    rejections: without(rejections, id),
    turn: null,
  }));
  try {
    const events = await api.rules.backtest({ subject, ...(filter ? { filter } : {}) }, { signal: stop.signal });
    for await (const event of events) {
      if (stop.signal.aborted) return { kind: 'stopped' };
      if (event.type === 'progress') {
        if (mine()) useBacktest.setState({ running: { id, done: event.done, total: event.total, stop } });
      } else
        useBacktest.setState(({ trials }) => ({
          trials: { ...trials, [id]: { subject, filter, result: event.result } },
        }));
    }
    return { kind: 'done' };
  } catch (error) {
    if (stop.signal.aborted) return { kind: 'stopped' };
    return reject(id, subject, error) ? { kind: 'refused' } : { kind: 'failed', error };
  } finally {
    if (mine()) useBacktest.setState({ running: null });
  }
}

export function stopBacktest(): void {
  useBacktest.getState().running?.stop.abort();
  useBacktest.setState({ running: null });
}

export function forgetTrial(id: string): void {
  useBacktest.setState(({ trials, rejections }) => ({
    trials: without(trials, id),
    rejections: without(rejections, id),
    turn: null,
  }));
}

/** Keeps what the core refused, to show it at its place. @returns false when it failed for another reason */
export function reject(id: string, subject: Subject, error: unknown): boolean {
  const { code, params } = errorOf(error);
  if (code !== 'RULE_INVALID' && code !== 'INPUT_INVALID') return false;
  const rejection = { subject, error, detail: String(params.detail ?? '') };
  useBacktest.setState(({ rejections }) => ({ rejections: { ...rejections, [id]: rejection } }));
  return true;
}

/** What the core refused of exactly these settings; a change of them takes it away. */
export function useRejection(id: string, subject: Subject | null): Rejection | null {
  const rejection = useBacktest((state) => state.rejections[id]);
  return rejection && isSame(rejection.subject, subject) ? rejection : null;
}

/** How many calls a test would look at: all of the library, and those of its filter. */
export function useTestTotals(): { all: number | null; filtered: number | null } {
  const filter = useNavigation((state) => state.query.filter);
  const count = async (wanted: RecordingFilter) =>
    (
      await api.recordings.list({
        filter: wanted,
        sort: { by: 'startedAt', descending: true },
        offset: 0,
        limit: 1,
      })
    ).total;
  const all = useQuery({ queryKey: ['recordings', 'count', {}], queryFn: () => count({}) });
  const filtered = useQuery({ queryKey: ['recordings', 'count', filter], queryFn: () => count(filter) });
  return { all: all.data ?? null, filtered: filtered.data ?? null };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
