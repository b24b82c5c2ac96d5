/** How a figure changed against another period: words and an arrow, because colour alone says too little. */
import type { Figures, FormFigures, Rate } from '../../../core/contract/index.ts';

export interface Change {
  /** Null: one of the two periods has no figure. */
  by: number | null;
  /** What `by` counts: percentage points, points, or calls. */
  unit: 'pp' | 'pts' | 'calls';
  /** Whether up is good; null where it is neither. */
  upIsGood: boolean | null;
}

const rate = (now: Rate, before: Rate): number | null =>
  now.value === null || before.value === null ? null : (now.value - before.value) * 100;

/** Of what is counted over all forms. */
export function callChange(
  key: 'recordings' | 'reviewed' | 'coverage' | 'fatal',
  now: Figures,
  before: Figures,
): Change {
  switch (key) {
    case 'recordings':
      return { by: before.recordings === 0 ? null : now.recordings - before.recordings, unit: 'calls', upIsGood: null };
    case 'reviewed':
      return { by: before.reviewed === 0 ? null : now.reviewed - before.reviewed, unit: 'calls', upIsGood: true };
    case 'coverage':
      return { by: rate(now.coverage, before.coverage), unit: 'pp', upIsGood: true };
    case 'fatal':
      return { by: before.reviewed === 0 ? null : now.fatal - before.fatal, unit: 'calls', upIsGood: false };
  }
}

/** Of one form, against the same form of the other period. */
export function scoreChange(
  key: 'reviewed' | 'average' | 'passRate' | 'excellentRate' | 'fatal',
  now: FormFigures,
  before: FormFigures | undefined,
): Change {
  const compared = before && before.reviewed > 0 ? before : null;
  switch (key) {
    case 'reviewed':
      return { by: compared && now.reviewed - compared.reviewed, unit: 'calls', upIsGood: true };
    case 'average':
      return {
        by:
          now.average === null || !compared || compared.average === null
            ? null
            : (now.average - compared.average) / 100,
        unit: 'pts',
        upIsGood: true,
      };
    case 'passRate':
    case 'excellentRate':
      return { by: compared && rate(now[key], compared[key]), unit: 'pp', upIsGood: true };
    case 'fatal':
      return { by: compared && now.fatalRate.numerator - compared.fatalRate.numerator, unit: 'calls', upIsGood: false };
  }
}

/** The size of a change as it is written: one digit for points, none for calls. */
export const changeSize = ({ by, unit }: Change): string =>
  by === null ? '' : unit === 'calls' ? String(Math.abs(by)) : Math.abs(by).toFixed(1);

/** A change too small to be seen in what is written counts as none. */
export const isUnchanged = (change: Change): boolean => change.by !== null && Number(changeSize(change)) === 0;
