/** Call-progress tones per country, as the exchanges send them (ITU-T E.180 and national plans). China first. */

export interface ProgressTone {
  kind: 'ring' | 'busy';
  countries: string;
  /** Hz; one or two at once. */
  frequencies: readonly number[];
  /** Seconds of one beat and of the pause after it. */
  on: number;
  off: number;
  /** A beat of two bursts: they are this far apart, seconds. */
  within?: number;
  /** Fewer beats may be chance. */
  least: number;
}

export const progressTones: readonly ProgressTone[] = [
  { kind: 'ring', countries: 'CN', frequencies: [450], on: 1, off: 4, least: 1 },
  { kind: 'busy', countries: 'CN', frequencies: [450], on: 0.35, off: 0.35, least: 3 },
  { kind: 'busy', countries: 'CN', frequencies: [450], on: 0.5, off: 0.5, least: 3 },
  { kind: 'busy', countries: 'CN (congestion)', frequencies: [450], on: 0.7, off: 0.7, least: 3 },
  { kind: 'ring', countries: 'most of Europe, SG', frequencies: [425], on: 1, off: 4, least: 1 },
  { kind: 'busy', countries: 'most of Europe', frequencies: [425], on: 0.5, off: 0.5, least: 3 },
  { kind: 'busy', countries: 'GB', frequencies: [400], on: 0.375, off: 0.375, least: 3 },
  { kind: 'ring', countries: 'GB, SG', frequencies: [400, 450], on: 1, off: 2, within: 0.2, least: 2 },
  { kind: 'ring', countries: 'HK', frequencies: [440, 480], on: 1, off: 3, within: 0.2, least: 2 },
  { kind: 'ring', countries: 'US, CA', frequencies: [440, 480], on: 2, off: 4, least: 1 },
  { kind: 'busy', countries: 'US, CA, HK', frequencies: [480, 620], on: 0.5, off: 0.5, least: 3 },
];

/** What can sound at a time: the distinct sets of frequencies of the table. */
export const toneSets: readonly (readonly number[])[] = [
  ...new Map(progressTones.map(({ frequencies }) => [frequencies.join('+'), frequencies])).values(),
];
