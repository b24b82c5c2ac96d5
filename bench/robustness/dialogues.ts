/** Calls made of real voices: a few turns, then something long, then a few more. No transcript: the sound alone. */
import type { Pair } from '../../core/audio/measures/spans.ts';
import type { Verdict } from '../../core/contract/index.ts';
import type { Scene } from './scene.ts';
import { atLevel, createRandom, mixInto } from './sound.ts';
import { type Music, rate, type Voice } from './voices.ts';

interface Plan {
  name: string;
  /** Seconds of it between the turns; `on` are the channels where hold music is heard. */
  wait?: { kind: 'silence' | 'music'; seconds: number; on?: readonly number[] };
  /** Who comes in while the other one speaks, for 3 s. */
  comesIn?: 'agent' | 'customer';
}

const plans: readonly Plan[] = [
  { name: 'silence 75 s', wait: { kind: 'silence', seconds: 75 } },
  { name: 'silence 62 s', wait: { kind: 'silence', seconds: 62 } },
  { name: 'silence 40 s', wait: { kind: 'silence', seconds: 40 } },
  { name: 'silence 17 s', wait: { kind: 'silence', seconds: 17 } },
  { name: 'silence 12 s', wait: { kind: 'silence', seconds: 12 } },
  { name: 'music 80 s', wait: { kind: 'music', seconds: 80, on: [1] } },
  { name: 'music 65 s', wait: { kind: 'music', seconds: 65, on: [0] } },
  { name: 'music 45 s', wait: { kind: 'music', seconds: 45, on: [0, 1] } },
  { name: 'talk' },
  { name: 'agent comes in', comesIn: 'agent' },
  { name: 'customer comes in', comesIn: 'customer' },
];
/** Seconds. */
const limits = { wait: 60, silence: 15 };
const overlapS = 3;
const waitLevels = [-22, -30];

/** Every plan with several pairs of voices. */
export function dialogues(voices: readonly Voice[], music: readonly Music[], pairs: number): Scene[] {
  const scenes: Scene[] = [];
  for (let pair = 0; pair < pairs; pair++)
    plans.forEach((plan, index) => {
      if (plan.wait?.kind === 'music' && music.length === 0) return;
      const agent = voices[(index + pair) % voices.length]!;
      const customer = voices[(index * 2 + pair + 1 + (voices.length > 2 ? pair : 0)) % voices.length]!;
      const other = customer === agent ? voices[(index + pair + 1) % voices.length]! : customer;
      scenes.push(build(plan, agent, other, music[(index + pair) % Math.max(1, music.length)], pair * 100 + index));
    });
  return scenes;
}

function build(plan: Plan, agent: Voice, customer: Voice, music: Music | undefined, seed: number): Scene {
  const random = createRandom(seed);
  const sides = [agent, customer].map(({ clips }) => clips);
  const placed: { side: number; clip: Float32Array; at: number }[] = [];
  let time = 1.2;
  let next = seed;
  const say = (side: number, at = time) => {
    const clip = sides[side]![next++ % sides[side]!.length]!;
    placed.push({ side, clip, at });
    time = at + clip.length / rate + 0.5 + 0.2 * random();
  };
  for (const side of [0, 1, 0, 1, 0]) say(side);
  const before = Math.max(...placed.map(({ clip, at }) => at + clip.length / rate));
  let wait: Pair | null = null;
  if (plan.wait) {
    wait = [before, before + plan.wait.seconds];
    time = wait[1];
  }
  if (plan.comesIn) {
    const second = plan.comesIn === 'agent' ? 0 : 1;
    const longest = longOf(sides[1 - second]!);
    placed.push({ side: 1 - second, clip: longest, at: time });
    placed.push({ side: second, clip: longOf(sides[second]!), at: time + longest.length / rate - overlapS });
    time += longest.length / rate - overlapS + longOf(sides[second]!).length / rate + 0.6;
  }
  for (const side of plan.wait ? [0, 1, 0, 1] : [1, 0, 1, 0, 1, 0, 1]) say(side);
  const channels = [0, 1].map((side) => {
    const samples = new Float32Array(Math.round((time + 0.5) * rate));
    for (const one of placed) if (one.side === side) mixInto(samples, one.clip, one.at, rate);
    return samples;
  });
  const musicSpan: Pair | null = wait && plan.wait?.kind === 'music' ? [wait[0] + 0.6, wait[1] - 0.4] : null;
  if (musicSpan && music)
    for (const c of plan.wait!.on!)
      mixInto(channels[c]!, musicOf(music, 20 + (seed % 7) * 9, musicSpan, waitLevels[seed % 2]!), musicSpan[0], rate);
  return {
    name: `${plan.name} (${agent.name.slice(0, 2)}-${customer.name.slice(0, 2)} ${seed})`,
    sound: { rate, channels },
    spoken: [0, 1].map((side) =>
      placed.filter((one) => one.side === side).map(({ clip, at }): Pair => [at, at + clip.length / rate]),
    ),
    music: musicSpan ? [musicSpan] : [],
    expected: expectedOf(plan),
    accepted: new Map(),
    spans: new Map(wait ? ['wait-over-limit', 'prolonged-silence'].map((id) => [id, [wait]]) : []),
    callOf: (measures, { swapped, mono }) => ({
      recording: {
        id: plan.name,
        durationS: measures.duration,
        channels: mono ? 1 : 2,
        agentChannel: mono ? null : swapped ? 1 : 0,
        agentChannelFrom: mono ? null : 'person',
        agentNo: null,
        direction: 'inbound',
      },
      callRecord: null,
      transcript: null,
      measures,
    }),
  };
}

const longOf = (clips: readonly Float32Array[]): Float32Array =>
  clips.reduce((one, other) => (other.length > one.length ? other : one)).subarray(0, 6 * rate);

/** A part of a piece, repeated where it ends. @param from seconds */
export function musicOf({ samples }: Music, from: number, [start, end]: Pair, db: number): Float32Array {
  const first = Math.round(from * rate);
  const taken = Float32Array.from(
    { length: Math.round((end - start) * rate) },
    (_, i) => samples[(first + i) % samples.length]!,
  );
  return atLevel(taken, rate, db);
}

function expectedOf({ wait, comesIn }: Plan): Map<string, Verdict> {
  const seconds = wait?.seconds ?? 0;
  const verdict = (broken: boolean): Verdict => (broken ? 'not_met' : 'met');
  return new Map([
    ['wait-over-limit', verdict(seconds > limits.wait)],
    ['prolonged-silence', verdict(wait?.kind === 'silence' && seconds >= limits.silence)],
    ['interruption', verdict(comesIn === 'agent')],
  ]);
}
