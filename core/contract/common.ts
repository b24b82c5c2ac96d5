import { z } from 'zod';

/** UUIDv7, made by the core. */
export const Id = z.string().min(1).max(64);
/** Calendar day in the library's time zone, `YYYY-MM-DD`. */
export const BusinessDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A text that people read, in both languages. */
export const Bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;
/** Place in a recording, seconds from its start; no call lasts eleven days. */
export const Seconds = z.number().min(0).max(1_000_000);
/** Span in a recording. */
export const Span = z.object({ start: Seconds, end: Seconds });
export type Span = z.infer<typeof Span>;
/** Score in hundredths of a point (92.50 points = 9250). */
export const Hundredths = z.number().int();

export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;
export const Direction = z.enum(['inbound', 'outbound']);
export type Direction = z.infer<typeof Direction>;
export const Party = z.enum(['agent', 'customer']);
export type Party = z.infer<typeof Party>;
export const Speaker = z.enum(['agent', 'customer', 'unknown']);
export type Speaker = z.infer<typeof Speaker>;
/** Weight of a rule or checklist item: one-vote veto, serious, minor. */
export const Severity = z.enum(['fatal', 'serious', 'minor']);
export type Severity = z.infer<typeof Severity>;
/** What a machine may say about a rule. */
export const Verdict = z.enum(['met', 'not_met', 'cannot_tell']);
export type Verdict = z.infer<typeof Verdict>;
export const Period = z.enum(['day', 'week', 'month']);
export type Period = z.infer<typeof Period>;
