/** What the app's player really sounds like, taken from the page, and where in the recording that sound is. */
import type { Page } from '@playwright/test';

const RATE = 8000;

declare global {
  interface Window {
    /** The players that the app made. */
    players: HTMLAudioElement[];
    heard: number[];
    stopListening: () => void;
  }
}

/** Before the app is opened: its players can then be listened to. */
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

/**
 * @param start what makes the app play
 * @returns mono samples at 8 kHz; the first one is the first that sounded
 */
export async function recordPlayed(page: Page, seconds: number, start: () => Promise<void>): Promise<Float32Array> {
  await page.evaluate(async (rate) => {
    const context = new AudioContext({ sampleRate: rate });
    await context.resume();
    const player = window.players.at(-1) as HTMLAudioElement & { captureStream(): MediaStream };
    const source = context.createMediaStreamSource(player.captureStream());
    const ear = context.createScriptProcessor(1024, 2, 1);
    window.heard = [];
    ear.onaudioprocess = ({ inputBuffer }) => {
      const [left, right] = [inputBuffer.getChannelData(0), inputBuffer.getChannelData(1)];
      for (let i = 0; i < left.length; i++) {
        const sample = (left[i]! + right[i]!) / 2;
        if (window.heard.length > 0 || Math.abs(sample) > 1e-5) window.heard.push(sample);
      }
    };
    source.connect(ear).connect(context.destination);
    window.stopListening = () => void context.close();
  }, RATE);
  await start();
  await page.waitForFunction((count) => window.heard.length >= count, seconds * RATE);
  const samples = await page.evaluate((count) => {
    window.stopListening();
    return window.heard.slice(0, count);
  }, seconds * RATE);
  return Float32Array.from(samples);
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
