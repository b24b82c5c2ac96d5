/** Remarks as they are stored with a recording: a JSON list. */
import { z } from 'zod';
import { RecordingRemark } from '../contract/index.ts';

const Stored = z.array(z.unknown());

/**
 * The remarks that still hold.
 * @param stored JSON list; what a newer program may have put into it is left out
 * @param hasTranscript an unreadable file beside no longer matters then
 */
export function remarksIn(stored: string, hasTranscript: boolean): RecordingRemark[] {
  return Stored.parse(JSON.parse(stored))
    .flatMap((value) => RecordingRemark.safeParse(value).data ?? [])
    .filter(({ code }) => !(hasTranscript && code === 'TRANSCRIPT_UNREADABLE'));
}

/** The stored list with one remark in place of any other of its kind. */
export function withRemark(stored: string, remark: RecordingRemark): string {
  const others = remarksIn(stored, false).filter(({ code }) => code !== remark.code);
  return JSON.stringify([...others, remark]);
}

/** The stored list without any remark of a kind; as it was when it has none. */
export function withoutRemark(stored: string, code: RecordingRemark['code']): string {
  const remarks = remarksIn(stored, false);
  const others = remarks.filter((remark) => remark.code !== code);
  return others.length === remarks.length ? stored : JSON.stringify(others);
}
