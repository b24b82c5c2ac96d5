/** Why nobody speaks to the customer: by what was said before and after, and by what is heard meanwhile. */
import { covered, union } from '../audio/measures/spans.ts';
import type { Bilingual, SilenceCause } from '../contract/index.ts';
import type { Call } from './call.ts';

/** What surrounds a silence. */
export interface Surroundings {
  /** The agent asked to wait or said that something is being looked up. */
  holds: boolean;
  /** The agent asked the customer something, and the customer spoke first. */
  answers: boolean;
  /** The customer went to look for something. */
  away: boolean;
  /** Nobody comes back. */
  atEnd: boolean;
}

/** A shorter pause is one of two who think, seconds. */
const pauseS = 10;

/** @returns null when nothing tells: without the sound a hold may be music or a dead line */
export function causeOf(call: Call, start: number, end: number, around: Surroundings): SilenceCause | null {
  if (around.away) return 'customer-away';
  if (around.atEnd) return 'abandoned';
  if (!call.measures) return around.answers ? 'thinking' : null;
  if (covered([start, end], musicOf(call)) > (end - start) / 2) return 'music';
  if (around.answers || (!around.holds && end - start < pauseS)) return 'thinking';
  return 'mute';
}

const musicOf = ({ measures }: Call) => union(measures?.channels.flatMap((channel) => channel.music) ?? []);

/** Of these the agent is not the reason: nobody is kept waiting by an agent. */
const excused: ReadonlySet<SilenceCause | null> = new Set(['customer-away', 'queue', 'system']);

/** Whether the customer is, or may be, kept waiting by the agent. */
export const keepsWaiting = ({ cause, certain }: { cause: SilenceCause | null; certain: boolean }): boolean =>
  !certain || !excused.has(cause);

const names: Record<SilenceCause, Bilingual> = {
  mute: { zh: '静音', en: 'mute' },
  music: { zh: '保留音', en: 'hold music' },
  'customer-away': { zh: '客户离开', en: 'customer away' },
  system: { zh: '系统播报', en: 'system' },
  queue: { zh: '排队', en: 'queue' },
  abandoned: { zh: '无人回线', en: 'abandoned' },
  thinking: { zh: '双方思考', en: 'both thinking' },
};

/** The causes of some silences in words, each once, in brackets; empty when none is known. */
export function causesInWords(silences: readonly { cause: SilenceCause | null }[]): Bilingual {
  const known = [...new Set(silences.flatMap(({ cause }) => cause ?? []))].map((cause) => names[cause]);
  if (known.length === 0) return { zh: '', en: '' };
  return { zh: `（${known.map(({ zh }) => zh).join('、')}）`, en: ` (${known.map(({ en }) => en).join(', ')})` };
}
