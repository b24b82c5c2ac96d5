import type { Bilingual, Evidence, Verdict } from '../contract/index.ts';

/** What a detector says of a call. */
export interface Outcome {
  verdict: Verdict;
  reason: Bilingual;
  evidence: Evidence[];
  value: number | null;
  /** False: the situation that the standard is about did not arise, so that it proposes N/A. */
  occasion: boolean;
}

interface Grounds {
  evidence?: Evidence[];
  value?: number;
}

const outcome =
  (verdict: Verdict) =>
  (zh: string, en: string, { evidence = [], value }: Grounds = {}): Outcome => ({
    verdict,
    reason: { zh, en },
    evidence,
    value: value ?? null,
    occasion: true,
  });

export const met = outcome('met');
export const notMet = outcome('not_met');
export const cannotTell = outcome('cannot_tell');
/** The standard had no chance to be broken: met, and no ground for points. */
export const noOccasion = (): Outcome => ({ ...met('通话中没有出现该情形。', 'no occasion'), occasion: false });

/** One decimal, without a trailing zero. */
export const seconds = (value: number): string => String(Math.round(value * 10) / 10);
