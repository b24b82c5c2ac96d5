import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Measures } from '../measures.ts';
import { sample } from '../testing.ts';
import { measure } from './measure.ts';
import { covered, intersection, type Pair, total, union } from './spans.ts';

interface Mark {
  kind: 'ring' | 'busy' | 'overlap' | 'loud';
  start: number;
  end: number;
  rings?: number;
}
interface Labelled {
  id: string;
  file: string;
  duration: number;
  channels: number;
  segments: { speaker: 'agent' | 'customer'; start: number; end: number }[];
  waits: { kind: 'silence' | 'music'; start: number; end: number }[];
  marks: Mark[];
}

const calls = JSON.parse(readFileSync(sample('truth.json'), 'utf8')) as Labelled[];
const measured = new Map<string, Measures>();
const of = (id: string) => measured.get(id)!;
const labelled = (id: string) => calls.find((call) => call.id === id)!;
const mark = (id: string, kind: Mark['kind']) => labelled(id).marks.find((one) => one.kind === kind)!;

beforeAll(async () => {
  for (const { id, file } of calls) measured.set(id, await measure({ path: sample(file) }));
}, 60_000);

/** Sentences hold pauses at commas; both sides are compared by utterance. */
const utterances = (spans: readonly (readonly [number, number, ...unknown[]])[]) => union(spans, 0.6);

const sides = calls.flatMap((call) =>
  (call.channels === 1 ? [null] : (['agent', 'customer'] as const)).map((speaker, channel) => ({
    name: `${call.id} ${speaker ?? 'mono'}`,
    call,
    channel,
    spoken: utterances(
      call.segments.filter((one) => speaker === null || one.speaker === speaker).map(({ start, end }) => [start, end]),
    ),
  })),
);

describe('speech', () => {
  // 0.15 s: a lossy codec smears a vowel's end over one of its blocks (MP3 at 8 kHz: 72 ms), and who labels by the
  // synthesiser counts its fade-out.
  it.each(sides)('of $name begins and ends within 0.15 s of where it does', ({ call, channel, spoken }) => {
    const found = utterances(of(call.id).channels[channel]!.speech);
    expect(found).toHaveLength(spoken.length);
    found.forEach(([start, end], index) => {
      expect(Math.abs(start - spoken[index]![0])).toBeLessThan(0.15);
      expect(Math.abs(end - spoken[index]![1])).toBeLessThan(0.15);
    });
    const common = total(intersection(found, spoken));
    expect(common / (total(found) + total(spoken) - common)).toBeGreaterThan(0.9);
  });
});

describe('a wait', () => {
  const waits = calls.flatMap((call) => call.waits.map((wait) => ({ id: call.id, ...wait })));
  it.each(waits)('of $id at $start s is told as $kind, within 2.5 s at both ends', ({ id, kind, start, end }) => {
    const { silences, channels } = of(id);
    const spans = kind === 'silence' ? silences : channels.flatMap(({ music }) => music);
    const found = spans.find((span) => covered(span, [[start, end]]) > 10)!;
    expect(Math.abs(found[0] - start)).toBeLessThan(2.5);
    expect(Math.abs(found[1] - end)).toBeLessThan(2.5);
    // Music is no speech, and no silence either.
    const inside: Pair[] = [[start + 1, end - 1]];
    for (const { speech } of channels) for (const [from, to] of speech) expect(covered([from, to], inside)).toBe(0);
    if (kind === 'music') for (const span of silences) expect(covered(span, inside)).toBe(0);
  });

  it('of music is not found where there is none', () => {
    for (const { id, waits: labelledWaits } of calls)
      if (!labelledWaits.some(({ kind }) => kind === 'music'))
        expect(of(id).channels.flatMap(({ music }) => music)).toEqual([]);
  });
});

describe('tones', () => {
  it('tell how often it rang before the agent answered', () => {
    const { start, rings } = mark('p01', 'ring');
    const [ring, ...others] = of('p01').tones;
    expect(others).toEqual([]);
    expect(ring).toMatchObject({ kind: 'ring', channel: 1, count: rings });
    expect(ring!.start).toBeCloseTo(start, 1);
    expect(ring!.end - ring!.start).toBeCloseTo(6, 1);
  });

  it('tell on which side the busy tone came', () => {
    const { start, end } = mark('p05', 'busy');
    const [busy, ...others] = of('p05').tones;
    expect(others).toEqual([]);
    expect(busy).toMatchObject({ kind: 'busy', channel: 1, count: 6 });
    expect(busy!.start).toBeCloseTo(start, 1);
    expect(Math.abs(busy!.end - end)).toBeLessThan(0.5);
  });

  it('are heard in no other call', () => {
    for (const { id, marks } of calls)
      if (!marks.some(({ kind }) => kind === 'ring' || kind === 'busy')) expect(of(id).tones).toEqual([]);
  });
});

it('tells who talks over whom', () => {
  const { start, end } = mark('p06', 'overlap');
  const [overlap, ...others] = of('p06').overlaps;
  expect(others).toEqual([]);
  expect(overlap!.by).toBe(0);
  expect(overlap!.start).toBeCloseTo(start, 0);
  expect(overlap!.end).toBeCloseTo(end, 0);
  for (const { id } of calls) if (id !== 'p06') expect(of(id).overlaps).toEqual([]);
});

it('tells a raised voice by its level against the usual one', () => {
  const { start, end } = mark('p06', 'loud');
  const { speech, medianDb } = of('p06').channels[0]!;
  for (const [from, to, level] of speech) {
    const loud = from < end && to > start;
    if (loud) expect(level - medianDb!).toBeGreaterThan(7);
    else expect(level - medianDb!).toBeLessThan(3);
  }
});

it('hears no channel of a mono recording as a speaker', () => {
  for (const { id, channels } of calls) expect(of(id).channels).toHaveLength(channels);
});
