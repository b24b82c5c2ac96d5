/** Parts of file names that look like a 工号 or a team and are none: a wrong name is worse than none. Pure. */
import { isValidDate, isValidTime } from './name-metadata.ts';
import type { PatternFields } from './name-pattern.ts';

/** Counters and channels of recorders. */
const counter = /^(?:rec|wav|mp3|ch|chan|line|call|tape|trk|file|seq|part|seg|copy|mon|vox|cdr|no|num|v|ver)\d+$/i;
/** 录音 001, rec-12, Voice 3: numbered, and nothing else. */
const onlyCounted =
  /^[^\d]*(?:录音|錄音|通话|音频|语音|文件|record(?:ing)?|rec|audio|voice|track|file|memo|call)[-_ (（#]*\d{1,4}[)）]?$/iu;
const date = String.raw`(?<!\d)(?:(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d{2}[-_. 年]\d{1,2}[-_. 月]\d{1,2}日?)`;

/** True when what was taken for a 工号 is a year, a day or a time of day of a name, or a counter. */
export function isNoAgent({ agent, date: day, time, datetime }: PatternFields, stem: string): boolean {
  if (agent === undefined) return false;
  if (counter.test(agent)) return true;
  if (onlyCounted.test(stem)) return true;
  if (!/^\d+$/.test(agent)) return false;
  const stands = (before: string, after: string) =>
    new RegExp(`${before}(?<!\\d)${agent}(?!\\d)${after}`, 'u').test(stem);
  if (/^(?:19|20)\d{2}$/.test(agent))
    return (
      stands('', '[-_. 年](?:0?[1-9]|1[0-2])(?:[0-3]\\d)?(?!\\d)') || stands('(?<!\\d)\\d{1,2}[-_.]\\d{1,2}[-_.]', '')
    );
  const hasDay = day !== undefined || datetime !== undefined;
  const hasTime = time !== undefined || datetime !== undefined;
  if (agent.length === 6 && !hasDay && isDay(agent)) return true;
  if (agent.length === 6 && !hasTime && isValidTime(agent))
    return hasDay || isTimeOfBadDay(agent, stem) || stands(`${date}[-_. T时]?`, '') || stands('', `[-_. ]?${date}`);
  // Month and day, or hour and minute, beside the rest of a date.
  if (agent.length === 4 && !hasTime && isValidTime(agent)) return stands(`${date}[-_. T]`, '');
  if (isLeadingTime(agent, stem)) return true;
  return agent.length === 4 && stands('(?<!\\d)(?:19|20)\\d{2}[-_. ]', '') && isDay(`26${agent}`);
}

/** Six figures behind eight that are no day of any calendar are a time of day all the same. */
export const isTimeOfBadDay = (text: string, stem: string): boolean =>
  text.length === 6 && isValidTime(text) && new RegExp(`(?<!\\d)20\\d{6}[-_. T]${text}(?!\\d)`).test(stem);

/** 0915_8012_13800138001: a recorder with a folder for each day begins with the time. */
export const isLeadingTime = (text: string, stem: string): boolean =>
  stem.startsWith(text) &&
  /^(?:[01]\d|2[0-3])[0-5]\d[-_. ]\d{3,6}[-_. ](?:\+?86)?(?:1[3-9]\d[\d*]{4}\d{4}|0\d{9,11})(?!\d)/.test(stem);

/** A day of 2015 to 2039 in six figures. */
const isDay = (text: string) => /^(?:1[5-9]|[23]\d)/.test(text) && isValidDate(text);

/** What people name their teams by. */
const team = /(?:组|队|部|班|团|科|处|室|区|线|中心|小组|班组|專線|组员)\d*$|^(?:team|group|grp|dept|squad|queue)/i;

/** True for 客服一组, Team-A or a queue's number; words such as rec, audio or 录音 are no teams. */
export function isPlausibleTeam(text: string): boolean {
  return team.test(text.normalize('NFKC')) || /^[A-Z]?\d{1,4}[A-Z]?$/i.test(text);
}
