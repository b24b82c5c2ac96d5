/**
 * Do the verdicts on the labelled calls stand when the sound gets worse? Codecs, line noise, gain, swapped channels,
 * echo, and other hold music. Run: node bench/robustness.ts [folder of hold music as 8 kHz WAV]
 * With a folder only its music is tried, from several places of each piece and at two levels.
 * Nothing is kept: every variant is made from the samples, judged by sound, transcript and call record, and thrown away.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Decoder, Demuxer, Encoder, Muxer, pipeline } from 'node-av/api';
import type { FFEncoderCodec } from 'node-av/constants';
import { measure } from '../core/audio/measures/measure.ts';
import type { Measures } from '../core/audio/measures.ts';
import { decodeAll, writeWav } from '../core/audio/testing.ts';
import { detectors } from '../core/findings/detectors/index.ts';
import { type LabelledCall, labelledCalls } from '../core/test-support/labelled-calls.ts';

interface Sound {
  rate: number;
  channels: Float32Array[];
}
interface Variant {
  name: string;
  change?: (sound: Sound, call: LabelledCall) => Sound;
  /** FFmpeg's encoder and the file's extension; default 16-bit WAV. */
  encode?: [encoder: string, extension: string, bitrate?: string];
  /** The agent is then on the second channel. */
  swapped?: boolean;
}

const level = (db: number) => 10 ** (db / 20);
const mapped = (sound: Sound, change: (value: number, i: number, c: number) => number): Sound => ({
  ...sound,
  channels: sound.channels.map((samples, c) => samples.map((value, i) => change(value, i, c))),
});

/** Numbers of -1..1, the same with every run. */
function createRandom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** White line noise so far below speech, which lies at -25 dBFS in the samples. */
const noise = (snr: number) => (sound: Sound) => {
  const random = createRandom(snr);
  return mapped(sound, (value) => value + random() * Math.sqrt(3) * level(-25 - snr));
};
const gain = (db: number) => (sound: Sound) => mapped(sound, (value) => value * level(db));
const echo = (db: number) => (sound: Sound) =>
  mapped(sound, (value, i, c) => {
    const other = sound.channels.length === 2 ? sound.channels[1 - c]! : null;
    return value + level(db) * (other?.[i - 0.03 * sound.rate] ?? 0);
  });

/** Broken chords, a bass and a melody with vibrato, every note with overtones that die away. */
function song(seconds: number, rate: number): Float32Array {
  const out = new Float32Array(Math.round(seconds * rate));
  const random = createRandom(5);
  const play = (at: number, note: number, length: number, { vibrato, decay, db }: Record<string, number>) => {
    const frequency = 440 * 2 ** ((note - 69) / 12);
    let phase = 0;
    for (let i = 0; i < length * rate; i++) {
      const place = Math.round(at * rate) + i;
      if (place >= out.length) return;
      const time = i / rate;
      phase += (2 * Math.PI * frequency * (1 + vibrato! * Math.sin(2 * Math.PI * 5.5 * time))) / rate;
      const swell = Math.min(1, time / 0.02, (length - time) / 0.05) * Math.exp(-decay! * time) * level(db!);
      for (let k = 1; k <= 6 && frequency * k < 3600; k++) out[place]! += (swell * Math.sin(k * phase)) / k;
    }
  };
  const chords = [
    [60, 64, 67],
    [57, 60, 64],
    [65, 69, 72],
    [55, 59, 62],
  ];
  for (let bar = 0; bar * 2 < seconds; bar++) {
    const chord = chords[bar % 4]!;
    play(bar * 2, chord[0]! - 12, 1.9, { vibrato: 0, decay: 1.5, db: -28 });
    for (let k = 0; k < 8; k++) play(bar * 2 + k / 4, chord[k % 3]!, 0.6, { vibrato: 0, decay: 4, db: -30 });
    for (let k = 0; k < 4; k++)
      if (random() < 0.6)
        play(bar * 2 + k / 2, chord[Math.floor((random() + 1) * 1.49)]! + 12, 0.48, {
          vibrato: 0.01,
          decay: 0,
          db: -28,
        });
  }
  return out;
}

/** Other music in the labelled music waits. */
const withMusic = (music: (seconds: number, rate: number) => Float32Array) => (sound: Sound, call: LabelledCall) => {
  for (const { kind, start, end } of call.waits) {
    if (kind !== 'music') continue;
    const from = Math.round(start * sound.rate);
    const played = music(end - start, sound.rate);
    for (const samples of sound.channels) {
      const held = samples.subarray(from, from + played.length);
      if (held.some((value) => Math.abs(value) > 0.01)) held.set(played.subarray(0, held.length));
    }
  }
  return sound;
};
const otherMusic = withMusic(song);

/** Pieces of real music: their beginning and two later places, as loud as speech and 8 dB below. */
async function realMusic(folder: string): Promise<Variant[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.wav'));
  const variants = files.map(async (file) => {
    const { sampleRate, channels } = await decodeAll(join(folder, file));
    const piece = Float32Array.from(channels[0]!, (value) => value / 32768);
    const rms = Math.sqrt(piece.reduce((sum, value) => sum + value * value, 0) / piece.length);
    return [0, 37, 90].flatMap((from) =>
      [-20, -28].map((db): Variant => {
        const taken = (seconds: number, rate: number) => {
          if (rate !== sampleRate) throw new Error(`${file}: ${sampleRate} Hz, the call has ${rate} Hz`);
          const start = Math.round(from * rate);
          return Float32Array.from(
            { length: Math.round(seconds * rate) },
            (_, i) => (piece[(start + i) % piece.length]! / rms) * level(db),
          );
        };
        return { name: `${file}, ${from} s, ${db} dB`, change: withMusic(taken) };
      }),
    );
  });
  return (await Promise.all(variants)).flat();
}

const variants: Variant[] = process.argv[2]
  ? await realMusic(process.argv[2])
  : [
      { name: 'as it is' },
      { name: 'ADPCM (MS)', encode: ['adpcm_ms', 'wav'] },
      { name: 'ADPCM (IMA)', encode: ['adpcm_ima_wav', 'wav'] },
      { name: 'A-law', encode: ['pcm_alaw', 'wav'] },
      { name: 'µ-law', encode: ['pcm_mulaw', 'wav'] },
      { name: 'Opus 24k', encode: ['libopus', 'ogg', '24k'] },
      { name: 'MP3 16k', encode: ['libmp3lame', 'mp3', '16k'] },
      { name: 'WMA 32k', encode: ['wmav2', 'wma', '32k'] },
      { name: 'AAC 24k', encode: ['aac', 'm4a', '24k'] },
      { name: 'line noise, 25 dB', change: noise(25) },
      { name: 'line noise, 15 dB', change: noise(15) },
      { name: 'line noise, 15 dB, ADPCM', change: noise(15), encode: ['adpcm_ms', 'wav'] },
      { name: '12 dB louder, clipped', change: gain(12) },
      { name: '12 dB softer', change: gain(-12) },
      { name: 'echo, -15 dB', change: echo(-15) },
      {
        name: 'channels swapped',
        change: (sound) => ({ ...sound, channels: sound.channels.toReversed() }),
        swapped: true,
      },
      { name: 'other hold music', change: otherMusic },
      {
        name: 'other hold music, 25 dB, Opus',
        change: (sound, call) => noise(25)(otherMusic(sound, call)),
        encode: ['libopus', 'ogg', '24k'],
      },
    ];

async function encode(from: string, to: string, name: string, bitrate?: string): Promise<void> {
  await using input = await Demuxer.open(from);
  using decoder = await Decoder.create(input.audio()!);
  const options = { decoder, autoResample: true, ...(bitrate ? { bitrate } : {}) };
  using encoder = await Encoder.create(name as FFEncoderCodec, options);
  await using output = await Muxer.open(to);
  await pipeline(input, decoder, encoder, output).completion;
}

async function measureVariant(call: LabelledCall, variant: Variant, samples: string, dir: string): Promise<Measures> {
  const { sampleRate, channels } = await decodeAll(join(samples, call.file));
  const sound: Sound = {
    rate: sampleRate,
    channels: channels.map((values) => Float32Array.from(values, (value) => value / 32768)),
  };
  const changed = variant.change?.(sound, call) ?? sound;
  const wav = join(dir, 'call.wav');
  const pcm = changed.channels.map((values) =>
    Int16Array.from(values, (value) => Math.round(Math.max(-1, Math.min(0.9999, value)) * 32768)),
  );
  writeWav(wav, sampleRate, pcm);
  if (!variant.encode) return measure({ path: wav });
  const [encoder, extension, bitrate] = variant.encode;
  const path = join(dir, `coded.${extension}`);
  await encode(wav, path, encoder, bitrate);
  return measure({ path });
}

/** Seconds by which a found wait misses the nearest labelled one, at its worse end. */
const endError = ({ waits }: LabelledCall, start: number, end: number): number =>
  Math.min(...waits.map((wait) => Math.max(Math.abs(wait.start - start), Math.abs(wait.end - end))));

const samples = fileURLToPath(new URL('../samples', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'bench-robustness-'));
let wrong = 0;
try {
  const rows = [];
  for (const variant of variants) {
    const failed: string[] = [];
    let judged = 0;
    let worstEnd = 0;
    for (const labelled of labelledCalls(samples)) {
      const measures = await measureVariant(labelled, variant, samples, dir);
      const { recording } = labelled.call;
      const agentChannel = recording.channels === 2 ? (variant.swapped ? 1 : 0) : null;
      const call = { ...labelled.call, recording: { ...recording, agentChannel }, measures };
      for (const { rule, detect } of detectors) {
        const expected = labelled.expected.get(rule.id);
        if (expected === undefined) continue;
        judged++;
        const { verdict, evidence } = detect(call);
        if (verdict !== expected) failed.push(`${labelled.id} ${rule.id}: ${verdict}`);
        else if (rule.id === 'wait-over-limit' && verdict === 'not_met')
          for (const { start, end } of evidence) worstEnd = Math.max(worstEnd, endError(labelled, start, end));
      }
    }
    wrong += failed.length;
    const right = judged - failed.length;
    rows.push({ variant: variant.name, judged, right, 'wait, s off': worstEnd.toFixed(1), wrong: failed.join(', ') });
  }
  console.table(rows);
} finally {
  rmSync(dir, { recursive: true });
}
process.exitCode = wrong > 0 ? 1 : 0;
