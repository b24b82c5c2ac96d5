import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measuredOnce } from '../../test-support/measured-once.ts';
import { sample } from '../testing.ts';
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
const labelled = (id: string) => calls.find((call) => call.id === id)!;
/** Each is measured by the test that first asks for it, so that none has to wait for them all. */
const of = (id: string) => measuredOnce(sample(labelled(id).file));
const mark = (id: string, kind: Mark['kind']) => labelled(id).marks.find((one) => one.kind === kind)!;

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
  it.each(sides)('of $name begins and ends within 0.15 s of where it does', async ({ call, channel, spoken }) => {
    const found = utterances((await of(call.id)).channels[channel]!.speech);
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
  it.each(waits)('of $id at $start s is told as $kind, within 2.5 s at both ends', async ({ id, kind, start, end }) => {
    const { silences, channels } = await of(id);
    const spans = kind === 'silence' ? silences : channels.flatMap(({ music }) => music);
    const found = spans.find((span) => covered(span, [[start, end]]) > 10)!;
    expect(Math.abs(found[0] - start)).toBeLessThan(2.5);
    expect(Math.abs(found[1] - end)).toBeLessThan(2.5);
    // Music is no speech, and no silence either.
    const inside: Pair[] = [[start + 1, end - 1]];
    for (const { speech } of channels) for (const [from, to] of speech) expect(covered([from, to], inside)).toBe(0);
    if (kind === 'music') for (const span of silences) expect(covered(span, inside)).toBe(0);
  });

  const withoutMusic = calls.filter((call) => !call.waits.some(({ kind }) => kind === 'music'));
  it.each(withoutMusic)('of music is not found in $id, where there is none', async ({ id }) => {
    expect((await of(id)).channels.flatMap(({ music }) => music)).toEqual([]);
  });
});

describe('tones', () => {
  it('tell how often it rang before the agent answered', async () => {
    const { start, rings } = mark('p01', 'ring');
    const [ring, ...others] = (await of('p01')).tones;
    expect(others).toEqual([]);
    expect(ring).toMatchObject({ kind: 'ring', channel: 1, count: rings });
    expect(ring!.start).toBeCloseTo(start, 1);
    expect(ring!.end - ring!.start).toBeCloseTo(6, 1);
  });

  it('tell on which side the busy tone came', async () => {
    const { start, end } = mark('p05', 'busy');
    const [busy, ...others] = (await of('p05')).tones;
    expect(others).toEqual([]);
    expect(busy).toMatchObject({ kind: 'busy', channel: 1, count: 6 });
    expect(busy!.start).toBeCloseTo(start, 1);
    expect(Math.abs(busy!.end - end)).toBeLessThan(0.5);
  });

  const withoutTones = calls.filter(({ marks }) => !marks.some(({ kind }) => kind === 'ring' || kind === 'busy'));
  it.each(withoutTones)('are not heard in $id', async ({ id }) => {
    expect((await of(id)).tones).toEqual([]);
  });
});

it('tells who talks over whom', async () => {
  const { start, end } = mark('p06', 'overlap');
  const [overlap, ...others] = (await of('p06')).overlaps;
  expect(others).toEqual([]);
  expect(overlap!.by).toBe(0);
  expect(overlap!.start).toBeCloseTo(start, 0);
  expect(overlap!.end).toBeCloseTo(end, 0);
});

it.each(calls.filter(({ id }) => id !== 'p06'))('hears nobody talk over anybody in $id', async ({ id }) => {
  expect((await of(id)).overlaps).toEqual([]);
});

it('tells a raised voice by its level against the usual one', async () => {
  const { start, end } = mark('p06', 'loud');
  const { speech, medianDb } = (await of('p06')).channels[0]!;
  for (const [from, to, level] of speech) {
    const loud = from < end && to > start;
    if (loud) expect(level - medianDb!).toBeGreaterThan(7);
    else expect(level - medianDb!).toBeLessThan(3);
  }
});

it.each(calls)('measures $channels of $id: no channel of a mono recording is a speaker', async ({ id, channels }) => {
  expect((await of(id)).channels).toHaveLength(channels);
});
