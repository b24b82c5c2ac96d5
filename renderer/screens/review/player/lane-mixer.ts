/** Sends each channel to the ears that should hear it. Built when first needed: most calls are heard as they are. */
import { type Lane, laneGains, type Muted } from './lane-gains.ts';

export interface LaneMixer {
  set(lane: Lane, muted: Muted, agentChannel: number): void;
}

/** Gains move within this many seconds, so that switching does not click. */
const GLIDE = 0.01;

/** Takes over the element's sound for good: an element can be wired up only once. */
export function createLaneMixer(audio: HTMLAudioElement): LaneMixer {
  const context = new AudioContext();
  const source = context.createMediaElementSource(audio);
  const splitter = context.createChannelSplitter(2);
  const merger = context.createChannelMerger(2);
  source.connect(splitter);
  const gains = [0, 1].map((channel) =>
    [0, 1].map((ear) => {
      const gain = context.createGain();
      splitter.connect(gain, channel);
      gain.connect(merger, 0, ear);
      return gain;
    }),
  );
  merger.connect(context.destination);
  return {
    set(lane, muted, agentChannel) {
      void context.resume();
      const values = laneGains(lane, muted, agentChannel);
      for (const [channel, ears] of gains.entries())
        for (const [ear, node] of ears.entries())
          node.gain.setTargetAtTime(values[channel as 0 | 1][ear as 0 | 1], context.currentTime, GLIDE);
    },
  };
}
