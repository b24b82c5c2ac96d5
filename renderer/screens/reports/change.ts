/** How a figure changed against another period: words and an arrow, because colour alone says too little. */
import type { Figures, Rate } from '../../../core/contract/index.ts';

export interface Change {
  /** Null: one of the two periods has no figure. */
  by: number | null;
  /** What `by` counts: percentage points, points, or calls. */
  unit: 'pp' | 'pts' | 'calls';
  /** Whether up is good; null where it is neither. */
  upIsGood: boolean | null;
}

type Key = 'recordings' | 'reviewed' | 'coverage' | 'average' | 'passRate' | 'fatal';

const rate = (now: Rate, before: Rate): number | null =>
  now.value === null || before.value === null ? null : (now.value - before.value) * 100;

export function changeOf(key: Key, now: Figures, before: Figures): Change {
  switch (key) {
    case 'recordings':
      return { by: before.recordings === 0 ? null : now.recordings - before.recordings, unit: 'calls', upIsGood: null };
    case 'reviewed':
      return { by: before.reviewed === 0 ? null : now.reviewed - before.reviewed, unit: 'calls', upIsGood: true };
    case 'coverage':
      return { by: rate(now.coverage, before.coverage), unit: 'pp', upIsGood: true };
    case 'passRate':
      return { by: rate(now.passRate, before.passRate), unit: 'pp', upIsGood: true };
    case 'average':
      return {
        by: now.average === null || before.average === null ? null : (now.average - before.average) / 100,
        unit: 'pts',
        upIsGood: true,
      };
    case 'fatal':
      return {
        by: before.reviewed === 0 ? null : now.fatalRate.numerator - before.fatalRate.numerator,
        unit: 'calls',
        upIsGood: false,
      };
  }
}

/** The size of a change as it is written: one digit for points, none for calls. */
export const changeSize = ({ by, unit }: Change): string =>
  by === null ? '' : unit === 'calls' ? String(Math.abs(by)) : Math.abs(by).toFixed(1);

/** A change too small to be seen in what is written counts as none. */
export const isUnchanged = (change: Change): boolean => change.by !== null && Number(changeSize(change)) === 0;
