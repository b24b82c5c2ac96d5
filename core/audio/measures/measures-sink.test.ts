import { describe, expect, it } from 'vitest';
import { Measures } from '../measures.ts';
import { decodeAll, sample } from '../testing.ts';
import { addNoise, addTones, measureSound, secondsOf } from './testing.ts';

const spoken = async (file: string) =>
  (await decodeAll(sample(file))).channels.map((samples) => Float32Array.from(samples, (value) => value / 32768));
const stereo = '20260302_093012_8013_13911112222.wav';

describe('without a word', () => {
  it.each([
    ['digital silence', () => {}],
    ['line noise', (samples: Float32Array) => addNoise(samples, -45)],
  ])('%s is a silence', async (_name, fill) => {
    const samples = secondsOf(20);
    fill(samples);
    const measures = await measureSound([samples]);
    expect(measures).toMatchObject({ duration: 20, silences: [[0, 20]], tones: [], overlaps: [] });
    expect(measures.channels).toMatchObject([{ speech: [], music: [], speechDb: null, medianDb: null }]);
    expect(() => Measures.parse(measures)).not.toThrow();
  });

  it('a recording shorter than a window is measured', async () => {
    expect(await measureSound([secondsOf(0.02)])).toMatchObject({ duration: 0.02, silences: [] });
  });
});

describe('two channels', () => {
  it('with the same sound are one: nobody can be told apart', async () => {
    const [agent] = await spoken(stereo);
    const alone = await measureSound([agent!]);
    expect(await measureSound([agent!, agent!])).toEqual(alone);
    expect((await measureSound([agent!, agent!.map((value) => value * -0.7)])).channels).toHaveLength(1);
    expect((await measureSound([agent!, agent!.map((value) => value * 0.1)])).channels).toHaveLength(2);
  });

  it('of which one leaks into the other do not overlap', async () => {
    const [agent, customer] = await spoken(stereo);
    const leak = (from: Float32Array, into: Float32Array) =>
      into.map((value, i) => value + 0.06 * (from[i - 160] ?? 0));
    const clean = await measureSound([agent!, customer!]);
    const leaking = await measureSound([leak(customer!, agent!), leak(agent!, customer!)]);
    expect(leaking.overlaps).toEqual([]);
    for (const c of [0, 1]) {
      const length = (measures: Measures) =>
        measures.channels[c]!.speech.reduce((sum, [start, end]) => sum + end - start, 0);
      expect(length(leaking)).toBeCloseTo(length(clean), 0);
    }
  });
});

it('hears the same at another sample rate', async () => {
  const channels = await spoken(stereo);
  const doubled = channels.map((samples) => {
    const out = new Float32Array(samples.length * 2);
    samples.forEach((value, i) => {
      out[2 * i] = value;
      out[2 * i + 1] = (value + (samples[i + 1] ?? 0)) / 2;
    });
    return out;
  });
  const [plain, fast] = [await measureSound(channels), await measureSound(doubled, 16_000)];
  expect(fast.duration).toBeCloseTo(plain.duration, 2);
  fast.channels.forEach(({ speech }, c) => {
    expect(speech).toHaveLength(plain.channels[c]!.speech.length);
    speech.forEach(([start, end], index) => {
      expect(start).toBeCloseTo(plain.channels[c]!.speech[index]![0], 0);
      expect(end).toBeCloseTo(plain.channels[c]!.speech[index]![1], 0);
    });
  });
});

it('keeps its levels in step with the gain', async () => {
  const [agent] = await spoken(stereo);
  const [plain, softer] = [await measureSound([agent!]), await measureSound([agent!.map((value) => value / 4)])];
  expect(softer.channels[0]!.medianDb!).toBeCloseTo(plain.channels[0]!.medianDb! - 12, 0);
  expect(softer.channels[0]!.speech).toHaveLength(plain.channels[0]!.speech.length);
});

it('tells sound that lasts and is no speech from silence', async () => {
  const samples = secondsOf(40);
  for (let at = 10; at < 30; at += 0.5)
    addTones(
      samples,
      [
        [262, 330, 392],
        [294, 349, 440],
      ][(at * 2) % 2]!,
      { at, seconds: 0.45 },
    );
  const { channels, silences } = await measureSound([samples]);
  expect(channels[0]!.speech).toEqual([]);
  expect(channels[0]!.music).toHaveLength(1);
  expect(channels[0]!.music[0]![0]).toBeCloseTo(10, 0);
  expect(channels[0]!.music[0]![1]).toBeCloseTo(30, 0);
  expect(silences).toHaveLength(2);
});

it('hears a busy tone on the side where it sounds, not where it leaks to', async () => {
  const [own, other] = [secondsOf(8), secondsOf(8)];
  for (let i = 0; i < 8; i++) addTones(own, [450], { at: 1 + i * 0.7, seconds: 0.35 });
  own.forEach((value, i) => {
    other[i] = value * 0.1;
  });
  expect((await measureSound([other, own])).tones).toMatchObject([{ kind: 'busy', channel: 1, count: 8 }]);
});
