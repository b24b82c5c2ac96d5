/** From what was kept of every channel to the measures of the recording. */
import { type ChannelMeasures, type Measures, measuresVersion } from '../measures.ts';
import { cutAtSoftParts, foreground, withoutBackground } from './background.ts';
import { findOverlaps, findSilences, median } from './conversation.ts';
import { findCrosstalk } from './crosstalk.ts';
import { hearingOf } from './hearing.ts';
import { digitalSilence, frameS, soundPercentile, speechLevel } from './levels.ts';
import { findMusic, soundingSlots, withoutFalseSpeech } from './music.ts';
import { listeningOf, tellRoom } from './room.ts';
import { intersection, type Pair, toCs, union, without } from './spans.ts';
import { likelySpeech, speechSegments } from './speech-segments.ts';
import { findProgressTones } from './tones/beats.ts';
import { findKeys } from './tones/keys.ts';
import { withoutLeakedTones } from './tones/own-side.ts';

/** What was kept of a channel. */
export interface Heard {
  levels: Uint8Array;
  peakDb: number;
  progress: Uint8Array;
  pressed: Uint8Array;
  activity: Uint8Array;
}

/** @param duration seconds */
export function judge(heard: readonly Heard[], duration: number): Measures {
  const sounding = heard.flatMap(({ progress, pressed }, c) => [
    ...findProgressTones(progress, c),
    ...findKeys(pressed, c),
  ]);
  const tones = withoutLeakedTones(
    sounding.sort((a, b) => a.start - b.start),
    heard.map(({ levels }) => levels),
  );
  const likely = heard.map(({ activity }) => likelySpeech(activity));
  const leaks = findCrosstalk(heard.map(({ levels }, c) => ({ levels, likely: likely[c]! })));
  const sides = heard.map(({ levels, activity }, c) => {
    const signals = sounding.filter(({ channel }) => channel === c).map(({ start, end }): Pair => [start, end]);
    const own = without(likely[c]!, leaks[c]!);
    const spoken = intersection(own, foreground(levels, own, heard.length === 1));
    const others = union(likely.flatMap((spans, other) => (other === c ? [] : without(spans, leaks[other]!))));
    const hearing = hearingOf(levels, spoken, listeningOf(spoken, others, leaks[c]!));
    const slots = without(soundingSlots(levels, hearing), leaks[c]!);
    const segments = speechSegments(spoken, levels, hearing, signals);
    const believed = withoutFalseSpeech(segments, activity, slots, duration);
    const mono = heard.length === 1;
    const kept = withoutBackground(believed, levels, mono);
    const speech = mono ? cutAtSoftParts(kept, levels) : kept;
    return { signals, speech, lasting: findMusic(slots, union([...speech, ...signals])) };
  });
  const loudest = Math.max(
    ...heard.map(({ levels }, c) => levelOf(levels, sides[c]!.speech) ?? Number.NEGATIVE_INFINITY),
  );
  const channels = heard.map(({ levels, activity, peakDb }, c): ChannelMeasures => {
    const { signals, speech, lasting } = sides[c]!;
    const others = union(sides.flatMap((side, other) => (other === c ? [] : side.speech)));
    const speechDb = levelOf(levels, speech) ?? (Number.isFinite(loudest) ? loudest : null);
    const listening = listeningOf(speech, others, leaks[c]!);
    const { music, unclear } = tellRoom(lasting, { levels, activity, listening, speechDb });
    return { ...levelsOf(levels, speech, [...music, ...signals]), peakDb, music, unclear };
  });
  const speeches = channels.map(({ speech }) => speech.map(([start, end]): Pair => [start, end]));
  const sounds = [
    ...speeches.flat(),
    ...channels.flatMap(({ music }) => music),
    ...tones.map(({ start, end }): Pair => [start, end]),
  ];
  return {
    version: measuresVersion,
    duration: Math.round(duration * 1000) / 1000,
    channels,
    silences: findSilences(sounds, duration),
    overlaps: findOverlaps(speeches),
    tones: tones.map((tone) => ({ ...tone, start: toCs(tone.start), end: toCs(tone.end) })),
  };
}

/** Shorter segments say little about how loud somebody speaks. Seconds. */
const tellingS = 0.5;

function levelsOf(
  levels: Uint8Array,
  spans: readonly Pair[],
  other: readonly Pair[],
): Omit<ChannelMeasures, 'peakDb' | 'music' | 'unclear'> {
  const speech = spans.map(([start, end]): [number, number, number] => [start, end, speechLevel(levels, start, end)]);
  const telling = speech.filter(([start, end]) => end - start >= tellingS);
  const between = levels.slice();
  for (const [start, end] of [...spans, ...other])
    between.fill(0, Math.round(start / frameS), Math.round(end / frameS));
  return {
    speechDb: levelOf(levels, spans),
    medianDb: median((telling.length > 0 ? telling : speech).map(([, , level]) => level)),
    noiseDb: between.some((level) => level > digitalSilence) ? soundPercentile(between, 0.5) : null,
    speech,
  };
}

/** Level over all spans; null without any. */
function levelOf(levels: Uint8Array, spans: readonly Pair[]): number | null {
  if (spans.length === 0) return null;
  const spoken = levels.slice().fill(0);
  for (const [start, end] of spans) {
    const [from, to] = [Math.round(start / frameS), Math.round(end / frameS)];
    spoken.set(levels.subarray(from, to), from);
  }
  return speechLevel(spoken, 0, spoken.length * frameS);
}
