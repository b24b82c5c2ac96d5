/** How the sound of a call gets worse, and up to which point the verdicts must stand. */

import { musicOf } from './dialogues.ts';
import type { Scene } from './scene.ts';
import { song } from './song.ts';
import { gained, level, mapped, mixInto, type Sound, toMono, voiceDb, withCrosstalk, withNoise } from './sound.ts';
import { babble, type Music, type Voice } from './voices.ts';

export interface Variant {
  name: string;
  /** `kept`: every verdict is right and every end of a wait within half a second; `open`: none is wrong. */
  bar: 'kept' | 'open';
  change?: (sound: Sound, scene: Scene) => Sound;
  /** FFmpeg's encoder and the file's extension; default 16-bit WAV. */
  encode?: [encoder: string, extension: string, bitrate?: string];
  /** The agent is then on the second channel. */
  swapped?: boolean;
  /** Both voices on one channel. */
  mono?: boolean;
  /** Only for scenes with hold music. */
  ofMusic?: boolean;
}
type Change = NonNullable<Variant['change']>;

const voiceLevels = ({ sound, spoken }: Scene): number[] =>
  sound.channels.map((samples, c) => (spoken[c]?.length ? voiceDb(samples, sound.rate, spoken[c]) : -25));
const softest = (scene: Scene): number => Math.min(...voiceLevels(scene));

/** Each side's voice at this level, dBFS. */
const speechAt =
  (db: number): Change =>
  (sound, scene) => {
    const own = voiceLevels(scene);
    return mapped(sound, (value, _, c) => value * level(db - own[c]!));
  };
/** Line noise so far below the softer voice, dB. */
const noise =
  (snr: number): Change =>
  (sound, scene) =>
    withNoise(sound, softest(scene) - snr);
const crosstalk =
  (db: number): Change =>
  (sound) =>
    withCrosstalk(sound, db);
/** After one another; each sees the levels of the voices as they were. */
const chain =
  (...changes: Change[]): Change =>
  (sound, scene) =>
    changes.reduce((changed, change) => change(changed, { ...scene, sound: changed }), sound);

/** Other music where the call has its hold music. @param played so many seconds of it */
const otherMusic =
  (played: (span: [number, number], rate: number) => Float32Array): Change =>
  (sound, scene) => {
    for (const span of scene.music) {
      const from = Math.round(span[0] * sound.rate);
      const music = played(span, sound.rate);
      for (const samples of sound.channels) {
        const held = samples.subarray(from, from + music.length);
        if (held.some((value) => Math.abs(value) > 0.01)) held.set(music.subarray(0, held.length));
      }
    }
    return sound;
  };

export const plain: readonly Variant[] = [
  { name: 'as it is', bar: 'kept' },
  ...[-20, -25, -30].map((db): Variant => ({ name: `speech at ${db} dBFS`, bar: 'kept', change: speechAt(db) })),
  ...[-36, -42, -48].map((db): Variant => ({ name: `speech at ${db} dBFS`, bar: 'open', change: speechAt(db) })),
  ...[25, 15, 10, 5].map((snr): Variant => ({ name: `line noise, SNR ${snr} dB`, bar: 'kept', change: noise(snr) })),
  ...[2, 0].map((snr): Variant => ({ name: `line noise, SNR ${snr} dB`, bar: 'open', change: noise(snr) })),
  ...[-30, -25, -20].map((db): Variant => ({ name: `crosstalk ${db} dB`, bar: 'kept', change: crosstalk(db) })),
  ...[-16, -12].map((db): Variant => ({ name: `crosstalk ${db} dB`, bar: 'open', change: crosstalk(db) })),
  {
    name: '-30 dBFS, SNR 5 dB, crosstalk -20 dB',
    bar: 'kept',
    change: chain(speechAt(-30), crosstalk(-20), noise(5)),
  },
  { name: 'mono', bar: 'kept', change: toMono, mono: true },
  { name: 'mono, SNR 5 dB', bar: 'kept', change: chain(toMono, noise(5)), mono: true },
  { name: 'MP3 16k', bar: 'kept', encode: ['libmp3lame', 'mp3', '16k'] },
  { name: 'Opus 24k', bar: 'kept', encode: ['libopus', 'ogg', '24k'] },
  { name: 'Opus 12k, SNR 15 dB', bar: 'kept', change: noise(15), encode: ['libopus', 'ogg', '12k'] },
  {
    name: 'MP3 16k, -30 dBFS, crosstalk -20 dB',
    bar: 'kept',
    change: chain(speechAt(-30), crosstalk(-20)),
    encode: ['libmp3lame', 'mp3', '16k'],
  },
  { name: 'ADPCM (MS)', bar: 'kept', encode: ['adpcm_ms', 'wav'] },
  { name: 'ADPCM (IMA)', bar: 'kept', encode: ['adpcm_ima_wav', 'wav'] },
  { name: 'A-law', bar: 'kept', encode: ['pcm_alaw', 'wav'] },
  { name: 'µ-law', bar: 'kept', encode: ['pcm_mulaw', 'wav'] },
  { name: 'WMA 32k', bar: 'kept', encode: ['wmav2', 'wma', '32k'] },
  { name: 'AAC 24k', bar: 'kept', encode: ['aac', 'm4a', '24k'] },
  { name: '12 dB louder, clipped', bar: 'kept', change: (sound) => gained(sound, 12) },
  {
    name: 'channels swapped',
    bar: 'kept',
    change: ({ rate, channels }) => ({ rate, channels: channels.toReversed() }),
    swapped: true,
  },
  {
    name: 'made music',
    bar: 'kept',
    change: otherMusic(([start, end], rate) => song(end - start, rate)),
    ofMusic: true,
  },
];

/** Voices of a room behind the speakers. @param voices who talks there */
export function inRoom(voices: readonly Voice[]): Variant[] {
  const behind =
    (db: number, on: readonly number[], people = 6, from = 2): Change =>
    (sound, scene) => {
      const own = voiceLevels(scene);
      const channels = sound.channels.map((samples, c) => {
        if (!on.includes(c)) return samples;
        const out = samples.slice();
        mixInto(out, babble(voices, samples.length / sound.rate, own[c]! + db, people, from + c), 0, sound.rate);
        return out;
      });
      return { ...sound, channels };
    };
  return [
    ...[-30, -25, -20].map((db): Variant => ({ name: `babble ${db} dB`, bar: 'kept', change: behind(db, [0]) })),
    ...[-16, -12].map((db): Variant => ({ name: `babble ${db} dB`, bar: 'open', change: behind(db, [0]) })),
    { name: 'babble -20 dB behind the customer', bar: 'kept', change: behind(-20, [1], 4, 5) },
    { name: 'babble -20 dB behind both', bar: 'kept', change: behind(-20, [0, 1], 8, 1) },
    { name: 'babble -20 dB, crosstalk -20 dB', bar: 'kept', change: chain(behind(-20, [0], 5, 3), crosstalk(-20)) },
    { name: 'one neighbour -20 dB', bar: 'kept', change: behind(-20, [0], 1, 3) },
    { name: 'one neighbour -14 dB', bar: 'open', change: behind(-14, [0], 1, 3) },
    { name: 'mono, babble -20 dB', bar: 'open', change: chain(toMono, behind(-20, [0])), mono: true },
    { name: 'babble -20 dB, MP3 16k', bar: 'kept', change: behind(-20, [0]), encode: ['libmp3lame', 'mp3', '16k'] },
  ];
}

/** Every piece from several places, as loud as speech and softer. */
export const withPieces = (pieces: readonly Music[]): Variant[] =>
  pieces.flatMap((piece) =>
    [
      [0, -20],
      [37, -28],
      [90, -36],
    ].map(
      ([from, db]): Variant => ({
        name: `${piece.name}, ${from} s, ${db} dBFS`,
        bar: 'kept',
        change: otherMusic((span) => musicOf(piece, from!, span, db!)),
        ofMusic: true,
      }),
    ),
  );
