/**
 * Do the verdicts stand when the sound gets worse? Level, line noise, crosstalk, babble, codecs, one channel, other hold
 * music; on the labelled calls and on calls made of real voices where those are installed.
 * Run: node bench/robustness.ts [--voices FOLDER] [--music FOLDER] [--pairs N] [--only PATTERN] [--on PATTERN]
 *   --voices  a folder of clips in another language   --music  8 kHz WAV instead of Debian's asterisk-moh-opsound-wav
 *   --pairs   pairs of voices for each made call, 2    --only / --on  rows and calls whose names match
 * Nothing is kept. Exits with 1 where a bar is missed: a row `kept` wants every verdict right and every end of a wait or
 * silence within 0.5 s; a row `open` wants no verdict wrong.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dialogues } from './robustness/dialogues.ts';
import { labelledScenes } from './robustness/labelled.ts';
import { measureVariant } from './robustness/measure-variant.ts';
import { judgeScene, type Scene } from './robustness/scene.ts';
import { inRoom, plain, type Variant, withPieces } from './robustness/variants.ts';
import { findMusicPieces, findVoices, samplesVoices } from './robustness/voices.ts';

const { values: options } = parseArgs({
  options: {
    voices: { type: 'string' },
    music: { type: 'string' },
    pairs: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    on: { type: 'string', default: '' },
  },
});

/** Seconds. */
const mostOff = 0.5;

const { voices, skipped } = await findVoices(options.voices ?? null);
const music = await findMusicPieces(options.music ?? null);
if (music.length === 0) skipped.push('hold music: asterisk-moh-opsound-wav is not installed');
const labelled = await Promise.all(
  ['samples', 'samples-hard'].map((name) => labelledScenes(fileURLToPath(new URL(`../${name}`, import.meta.url)))),
);
const made = voices.length > 1 ? dialogues(voices, music, Number(options.pairs)) : [];
const groups: [name: string, scenes: Scene[]][] = [
  ['labelled', labelled.flat()],
  ['real voices', made],
];
const room = voices.length > 1 ? voices : samplesVoices(labelled.flat());
const variants: Variant[] = [...plain, ...inRoom(room), ...withPieces(music)];

const dir = mkdtempSync(join(tmpdir(), 'bench-robustness-'));
let missed = 0;
try {
  for (const [group, scenes] of groups) {
    const tried = scenes.filter(({ name }) => new RegExp(options.on).test(name));
    if (tried.length === 0) continue;
    console.log(`\n${group}: ${tried.length} calls`);
    for (const variant of variants.filter(({ name }) => new RegExp(options.only).test(name)))
      missed += await row(
        variant,
        tried.filter((scene) => !variant.ofMusic || scene.music.length > 0),
      );
  }
} finally {
  rmSync(dir, { recursive: true });
}
for (const reason of skipped) console.log(`skipped: ${reason}`);
console.log(`${missed} bars missed`);
process.exitCode = missed > 0 ? 1 : 0;

/** Prints a row. @returns 1 when its bar is missed */
async function row(variant: Variant, scenes: readonly Scene[]): Promise<number> {
  const [open, wrong]: [string[], string[]] = [[], []];
  let [right, off] = [0, 0];
  for (const scene of scenes) {
    const measures = await measureVariant(scene, variant, dir);
    const { swapped = false, mono = false } = variant;
    const judged = judgeScene(scene, scene.callOf(measures, { swapped, mono }));
    right += judged.right;
    open.push(...judged.open);
    wrong.push(...judged.wrong);
    if (judged.off > mostOff) open.push(`${scene.name} off ${judged.off.toFixed(2)} s`);
    off = Math.max(off, judged.off);
  }
  const isMissed = wrong.length > 0 || (variant.bar === 'kept' && open.length > 0);
  const [told, asked] = [right, right + open.length + wrong.length];
  console.log(
    `${isMissed ? 'MISSED' : variant.bar.padEnd(6)} ${variant.name.padEnd(42)} ${`${told} of ${asked}`.padEnd(12)} worst end ${off.toFixed(2)} s`,
  );
  for (const one of wrong) console.log(`         wrong ${one}`);
  for (const one of open) console.log(`         open  ${one}`);
  return isMissed ? 1 : 0;
}
