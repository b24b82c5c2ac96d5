/** What the app's player really sounds like, taken from the page, and where in the recording that sound is. */
import type { Page } from '@playwright/test';

const RATE = 8000;

declare global {
  interface Window {
    /** The players that the app made. */
    players: HTMLAudioElement[];
    /** Attached to the newest player for as long as it lives. */
    ear: { player: HTMLAudioElement; heard: number[] } | undefined;
  }
}

/** Runs on the audio thread, where nothing is lost however busy the page is. */
const earModule = `registerProcessor('ear', class extends AudioWorkletProcessor {
  process([[left = new Float32Array(128), right = left]]) {
    this.port.postMessage(left.map((sample, i) => (sample + right[i]) / 2));
    return true;
  }
});`;

/** Before the app is opened, in a context with `bypassCSP`: its players can then be listened to. */
export async function listenToPlayers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.players = [];
    const Original = window.Audio;
    window.Audio = class extends Original {
      constructor(src?: string) {
        super(src);
        window.players.push(this);
      }
    };
  });
}

/** Every sample of the newest player goes through the ear from now on. */
async function attachEar(page: Page): Promise<void> {
  await page.evaluate(
    async ({ rate, source }) => {
      const player = window.players.at(-1)!;
      if (window.ear?.player === player) return;
      const context = new AudioContext({ sampleRate: rate });
      await context.audioWorklet.addModule(`data:text/javascript,${encodeURIComponent(source)}`);
      await context.resume();
      const processor = new AudioWorkletNode(context, 'ear');
      const ear = { player, heard: [] as number[] };
      processor.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
        for (const sample of data) if (ear.heard.length > 0 || Math.abs(sample) > 1e-5) ear.heard.push(sample);
      };
      context.createMediaElementSource(player).connect(processor).connect(context.destination);
      window.ear = ear;
    },
    { rate: RATE, source: earModule },
  );
}

/**
 * The player must be paused.
 * @param start what makes the app play
 * @returns mono samples at 8 kHz; the first one is the first that sounded
 */
export async function recordPlayed(page: Page, seconds: number, start: () => Promise<void>): Promise<Float32Array> {
  await attachEar(page);
  await page.evaluate(() => {
    window.ear!.heard.length = 0;
  });
  await start();
  await page.waitForFunction((count) => window.ear!.heard.length >= count, seconds * RATE);
  return Float32Array.from(await page.evaluate((count) => window.ear!.heard.slice(0, count), seconds * RATE));
}

export interface Reference {
  sampleRate: number;
  channels: Int16Array[];
}

/**
 * Where in the recording the played sound begins, in seconds: the place of best normalised correlation.
 * @param around the search covers one second on either side
 * @returns also how well it fits there, 1 = the same sound
 */
export function placeOf(
  played: Float32Array,
  { sampleRate, channels }: Reference,
  around: number,
): { at: number; fit: number } {
  if (sampleRate !== RATE) throw new Error(`compare at ${RATE} Hz, not ${sampleRate}`);
  const mixed = mix(channels);
  let best = { at: Number.NaN, fit: -1 };
  for (let first = Math.max(0, Math.round((around - 1) * RATE)); first <= (around + 1) * RATE; first++) {
    const fit = likeness(played, mixed, first);
    if (fit > best.fit) best = { at: first / RATE, fit };
  }
  return best;
}

const mix = (channels: Int16Array[]): Float32Array =>
  Float32Array.from(channels[0]!, (_, i) => channels.reduce((sum, samples) => sum + samples[i]!, 0) / channels.length);

function likeness(played: Float32Array, reference: Float32Array, first: number): number {
  let [product, ours, theirs] = [0, 0, 0];
  const count = Math.min(played.length, reference.length - first);
  for (let i = 0; i < count; i++) {
    const [a, b] = [played[i]!, reference[first + i]!];
    product += a * b;
    ours += a * a;
    theirs += b * b;
  }
  return product / Math.sqrt(ours * theirs || 1);
}
