import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from './ingest.ts';
import { join } from './join.ts';
import { decodeAll, writeWav } from './testing.ts';
import { wavHeader } from './wav-header.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(joinPath(tmpdir(), 'pbx-'));
});
afterAll(() => rmSync(dir, { recursive: true }));
const place = (name: string) => joinPath(dir, name);
const file = (name: string, bytes: Uint8Array) => {
  writeFileSync(place(name), bytes);
  return place(name);
};

/** A tone of half the full scale. */
const tone = (seconds: number, rate = 8000, hz = 440) =>
  Int16Array.from({ length: seconds * rate }, (_, i) => Math.round(16_000 * Math.sin((2 * Math.PI * hz * i) / rate)));
const bytesOf = (samples: Int16Array) => Buffer.from(samples.buffer);
const loudness = (samples: Int16Array) => Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);

/** ITU-T G.711 µ-law, by its definition. */
function muLaw(sample: number): number {
  const magnitude = Math.min(32_635, Math.abs(sample)) + 132;
  const exponent = 31 - Math.clz32(magnitude >> 7);
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | ((magnitude >> (exponent + 3)) & 15)) & 0xff;
}

describe('sound without a header', () => {
  it.each([
    ['a.sln', 8000, bytesOf(tone(1))],
    ['a.SLIN', 8000, bytesOf(tone(1))],
    ['a.sln16', 16_000, bytesOf(tone(1, 16_000))],
    ['a.sln44', 44_100, bytesOf(tone(1, 44_100))],
    ['a.ulaw', 8000, Buffer.from(Array.from(tone(1), muLaw))],
    ['a.ul', 8000, Buffer.from(Array.from(tone(1), muLaw))],
  ] as const)('%s is read as its ending says', async (name, rate, bytes) => {
    const { sampleRate, channels } = await decodeAll(file(name, bytes));
    expect([sampleRate, channels.length, channels[0]!.length]).toEqual([rate, 1, rate]);
    expect(loudness(channels[0]!)).toBeGreaterThan(10_900);
    expect(loudness(channels[0]!)).toBeLessThan(11_700);
  });
  it('has two samples in each byte of a .vox file', async () => {
    const { channels } = await decodeAll(
      file('a.vox', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) & 0xff))),
    );
    expect(channels[0]).toHaveLength(8000);
  });
  it('is read by its header where it has one after all', async () => {
    writeWav(place('w.ulaw'), 16_000, [tone(1, 16_000)]);
    expect((await decodeAll(place('w.ulaw'))).sampleRate).toBe(16_000);
  });
  it('is none where the file is text', async () => {
    await expect(decodeAll(file('t.sln', Buffer.from('not sound at all\n'.repeat(99))))).rejects.toMatchObject({
      code: 'NOT_AUDIO',
    });
  });
});

describe('a WAV that holds more than it claims', () => {
  const wav = (claimed: number, data: Buffer, behind = Buffer.alloc(0)) =>
    Buffer.concat([wavHeader({ sampleRate: 8000, channels: 1 }, claimed), data, behind]);
  const seconds = async (bytes: Buffer) => (await decodeAll(file('c.wav', bytes))).channels[0]!.length / 8000;
  const chunk = (name: string, text: string) => {
    const bytes = Buffer.from(text.padEnd(text.length + (text.length % 2)));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bytes.length);
    return Buffer.concat([Buffer.from(name), size, bytes]);
  };
  it.each([0.5, 1.3, 2])('is read to its end when it claims %s of its four seconds', async (claimed) => {
    expect(await seconds(wav(claimed * 16_000, bytesOf(tone(4))))).toBeCloseTo(4, 2);
  });
  it('is read on where a second file was appended whole', async () => {
    const one = wav(16_000, bytesOf(tone(1)));
    expect(await seconds(Buffer.concat([one, one]))).toBeCloseTo(2, 1);
  });
  it.each([
    ['chunks', chunk('LIST', 'INFOISFT'.repeat(900)), 1],
    ['several chunks', Buffer.concat([chunk('bext', 'x'.repeat(9001)), chunk('iXML', '<a/>'.repeat(900))]), 1],
    ['text', Buffer.from('<?xml version="1.0"?>'.repeat(500)), 1],
    ['zeros', Buffer.alloc(9000), 1],
  ] as const)('is not read on into %s', async (_what, behind, length) => {
    expect(await seconds(wav(16_000, bytesOf(tone(1)), behind))).toBe(length);
  });
  it('is played from a copy, since players believe the header', async () => {
    const path = file('p.wav', wav(16_000, bytesOf(tone(4))));
    const result = await ingest({ path, peaksPath: place('p.dat'), proxyBase: place('p') });
    expect(result).toMatchObject({ durationMs: 4000, needsProxy: true });
  });
});

it('an AIFF that holds more than it claims tells how much was not read', async () => {
  const sound = bytesOf(tone(4)).swap16();
  const head = Buffer.alloc(12 + 26 + 16);
  head.write('FORM');
  head.writeUInt32BE(42 + 32_000, 4);
  head.write('AIFFCOMM', 8);
  head.writeUInt32BE(18, 16);
  head.writeUInt16BE(1, 20);
  head.writeUInt32BE(16_000, 22);
  head.writeUInt16BE(16, 26);
  Buffer.from('400bfa00000000000000', 'hex').copy(head, 28);
  head.write('SSND', 38);
  head.writeUInt32BE(32_008, 42);
  const path = file('m.aiff', Buffer.concat([head, sound]));
  const { durationMs, unreadMs } = await ingest({ path, peaksPath: place('m.dat'), proxyBase: place('m') });
  expect(durationMs).toBe(2000);
  expect(unreadMs).toBeGreaterThan(1900);
  expect(unreadMs).toBeLessThan(2100);
});

describe('two sides of a call', () => {
  it('become the two channels of one recording, the shorter one silent to the end', async () => {
    writeWav(place('l.wav'), 8000, [tone(2, 8000, 300)]);
    writeWav(place('r.wav'), 8000, [tone(3, 8000, 900)]);
    const outPath = place('both.wav');
    expect(await join({ path: place('l.wav'), otherPath: place('r.wav'), outPath })).toEqual({ durationMs: 3000 });
    const { channels } = await decodeAll(outPath);
    const padded = new Int16Array(24_000);
    padded.set(tone(2, 8000, 300));
    expect(channels[0]).toEqual(padded);
    expect(channels[1]).toEqual(tone(3, 8000, 900));
  });
  it('of different rates are not joined', async () => {
    writeWav(place('l.wav'), 8000, [tone(1)]);
    writeWav(place('r.wav'), 16_000, [tone(1, 16_000)]);
    const request = { path: place('l.wav'), otherPath: place('r.wav'), outPath: place('none.wav') };
    await expect(join(request)).rejects.toMatchObject({ code: 'SIDES_DIFFER' });
  });
});
