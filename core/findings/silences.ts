/** Where nobody speaks: by the signal, or by the gaps of a transcript with times. */
import type { Call } from './call.ts';
import { talkTrack } from './talk.ts';

interface Gap {
  start: number;
  end: number;
}

export interface Silences {
  gaps: Gap[];
  /** False: gaps between sentences, which may as well be hold music. */
  measured: boolean;
}

/** @returns null when neither signal nor transcript tells who talks when */
export function findSilences(call: Call): Silences | null {
  const measured = silences(call);
  if (measured) return { gaps: measured, measured: true };
  const gaps = gapsOfTranscript(call);
  return gaps && { gaps, measured: false };
}

/** Measured silences between the first and the last speech. */
function silences(call: Call): Gap[] | null {
  const { measures } = call;
  if (!measures) return null;
  const speech = measures.channels.flatMap((channel) => channel.speech);
  if (speech.length === 0) return null;
  const first = Math.min(...speech.map(([start]) => start));
  const last = Math.max(...speech.map(([, end]) => end));
  return measures.silences
    .map(([start, end]) => ({ start, end }))
    .filter(({ start, end }) => start >= first && end <= last);
}

function gapsOfTranscript(call: Call): Gap[] | null {
  const track = talkTrack(call);
  if (!track) return null;
  const gaps: Gap[] = [];
  let end: number | null = null;
  for (const talk of track.talks) {
    if (end !== null && talk.start > end) gaps.push({ start: end, end: talk.start });
    end = Math.max(end ?? 0, talk.end);
  }
  return gaps;
}
