/**
 * Real voices and music, found where they are installed: the sounds of Debian's asterisk-core-sounds-*-wav (one voice
 * in each folder) and asterisk-moh-opsound-wav, and the clips of a folder.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from './scene.ts';
import { atLevel, createRandom, mixInto, readClip, readSound, trimmed } from './sound.ts';

export const rate = 8000;
const soundsFolder = '/usr/share/asterisk/sounds';
const musicFolder = '/usr/share/asterisk/moh';

export interface Voice {
  name: string;
  /** Clips of a sentence or more, without the silence around them, at -25 dBFS. */
  clips: Float32Array[];
}

/** A sentence, seconds; longer ones are cut. */
const sentence = { least: 1.5, most: 8 };
/** So many clips of a folder are taken, from all over it. */
const most = 14;
export const voiceLevel = -25;

async function readVoice(name: string, folder: string): Promise<Voice | null> {
  const files = readdirSync(folder).filter((file) => /\.(wav|flac|mp3)$/.test(file));
  // Asterisk's folders begin with single words and digits.
  const clips: Float32Array[] = [];
  const every = Math.max(1, Math.floor(files.length / (most * 6)));
  for (let i = 0; i < files.length && clips.length < most; i += every) {
    const clip = trimmed(await readClip(join(folder, files[i]!), rate), rate);
    if (clip.length >= sentence.least * rate)
      clips.push(atLevel(clip.subarray(0, sentence.most * rate), rate, voiceLevel));
  }
  return clips.length >= 4 ? { name, clips } : null;
}

/** @param folder of clips in one language, or null @returns voices, and what was not found */
export async function findVoices(folder: string | null): Promise<{ voices: Voice[]; skipped: string[] }> {
  const skipped: string[] = [];
  const voices: Voice[] = [];
  const take = async (name: string, path: string) => {
    const voice = existsSync(path) ? await readVoice(name, path) : null;
    if (voice) voices.push(voice);
    else skipped.push(`${name}: no clips in ${path}`);
  };
  const installed = existsSync(soundsFolder) ? readdirSync(soundsFolder).sort() : [];
  for (const name of installed) await take(name, join(soundsFolder, name));
  if (installed.length === 0) skipped.push(`real voices: asterisk-core-sounds-*-wav is not installed`);
  if (folder) await take('clips', folder);
  else skipped.push('clips: no folder given');
  return { voices, skipped };
}

export interface Music {
  name: string;
  samples: Float32Array;
}

/** @param folder other than the package's, or null */
export async function findMusicPieces(folder: string | null): Promise<Music[]> {
  const from = folder ?? musicFolder;
  if (!existsSync(from)) return [];
  const files = readdirSync(from).filter((name) => name.endsWith('.wav'));
  return Promise.all(
    files.sort().map(async (name) => {
      const { rate: own, channels } = await readSound(join(from, name));
      if (own !== rate) throw new Error(`${name}: ${own} Hz, expected ${rate} Hz`);
      return { name: name.replace('.wav', ''), samples: channels[0]! };
    }),
  );
}

/** People talking behind somebody, each without a stop. @param from which of the clips and in which order */
export function babble(
  voices: readonly Voice[],
  seconds: number,
  db: number,
  people: number,
  from: number,
): Float32Array {
  const out = new Float32Array(Math.round(seconds * rate));
  for (let person = 0; person < people; person++) {
    const { clips } = voices[(person + from) % voices.length]!;
    const random = createRandom(from * 31 + person);
    for (let at = -3 * (random() + 1), next = person * 5 + from; at < seconds; next++) {
      const clip = clips[next % clips.length]!;
      mixInto(out, clip, at, rate);
      at += clip.length / rate + 0.2 * (random() + 1);
    }
  }
  return atLevel(out, rate, db);
}

/** The labelled calls' own speech, for a room where no other voices are installed. */
export function samplesVoices(scenes: readonly Scene[]): Voice[] {
  return scenes.flatMap(({ name, sound, spoken }) =>
    sound.channels.flatMap((samples, c): Voice[] => {
      const long = (spoken[c] ?? []).filter(([start, end]) => end - start >= sentence.least);
      if (sound.rate !== rate || long.length < 3) return [];
      const clips = long.map(([start, end]) => samples.slice(Math.round(start * rate), Math.round(end * rate)));
      return [{ name: `${name} ${c}`, clips: clips.map((clip) => atLevel(clip, rate, voiceLevel)) }];
    }),
  );
}
