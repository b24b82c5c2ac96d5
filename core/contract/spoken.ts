import { z } from 'zod';
import { Seconds, Speaker } from './common.ts';

/**
 * What was said in a call. Words separated by spaces must all be said; "quoted" words stand together; -word is
 * excluded; traditional and simplified, full and half width, 8012 and 八零一二 are the same. A sentence counts only
 * when speaker and time fit too.
 */
export const SpokenFilter = z.object({
  text: z.string().trim().min(1).max(200),
  /** All words within one sentence (the default), or anywhere in the call. */
  scope: z.enum(['sentence', 'call']).optional(),
  speakers: z.array(Speaker).optional(),
  /**
   * Seconds from an edge of the call. From the start a sentence's beginning counts (`to: 20`: begun within the first
   * 20 s), from the end its end (`to: 30`: ended within the last 30 s).
   */
  time: z.object({ edge: z.enum(['start', 'end']), from: Seconds.optional(), to: Seconds.optional() }).optional(),
});
export type SpokenFilter = z.infer<typeof SpokenFilter>;
